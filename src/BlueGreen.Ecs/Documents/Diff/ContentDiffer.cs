using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>Finds what differs between two canonical task definitions.</summary>
internal sealed class ContentDiffer
{
    private readonly List<ContentEdit> _edits = [];

    private ContentDiffer()
    {
    }

    /// <summary>The differences; applied in this order they turn one into the other.</summary>
    public static IReadOnlyList<ContentEdit> Compare(JsonObject before, JsonObject after)
    {
        var differ = new ContentDiffer();
        differ.CompareMembers(path: null, before, after);
        return differ._edits;
    }

    private void CompareMembers(ContentPath? path, JsonObject before, JsonObject after)
    {
        foreach (var name in before.Select(member => member.Key).Union(after.Select(member => member.Key), StringComparer.Ordinal))
        {
            var (one, other) = (before[name], after[name]);
            if (!JsonNode.DeepEquals(one, other))
            {
                CompareValues(ContentPath.Member(path, name), one, other);
            }
        }
    }

    private void CompareValues(ContentPath path, JsonNode? before, JsonNode? after)
    {
        var rule = ContentRules.Find(path.Pattern);
        if (rule is { IsMap: true } && before is null or JsonObject && after is null or JsonObject)
        {
            CompareEntries(path, before as JsonObject ?? [], after as JsonObject ?? []);
        }
        else if (rule is { Keys.Count: > 0 } && IsListOfObjects(before) && IsListOfObjects(after))
        {
            CompareItems(path, rule, before as JsonArray ?? [], after as JsonArray ?? []);
        }
        else if (before is JsonObject one && after is JsonObject other)
        {
            CompareMembers(path, one, other);
        }
        else
        {
            Add(path, IsReordered(before, after) ? TaskDefinitionChangeKind.Moved : KindOf(before, after), before, after);
        }
    }

    private void CompareEntries(ContentPath path, JsonObject before, JsonObject after)
    {
        foreach (var name in before.Select(entry => entry.Key).Union(after.Select(entry => entry.Key), StringComparer.Ordinal))
        {
            var (one, other) = (before[name], after[name]);
            if (before.ContainsKey(name) != after.ContainsKey(name) || !JsonNode.DeepEquals(one, other))
            {
                Add(path.Item(new(name, 0)), before.ContainsKey(name) ? after.ContainsKey(name) ? TaskDefinitionChangeKind.Changed : TaskDefinitionChangeKind.Removed : TaskDefinitionChangeKind.Added, one, other);
            }
        }
    }

    private void CompareItems(ContentPath path, ContentRule rule, JsonArray before, JsonArray after)
    {
        var (keysBefore, keysAfter) = (ContentKey.Of(before, rule), ContentKey.Of(after, rule));
        var (kept, placesAfter) = (keysBefore.ToHashSet(), keysAfter.Index().ToDictionary(entry => entry.Item, entry => entry.Index));
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (!placesAfter.ContainsKey(keysBefore[i]))
            {
                Add(path.Item(keysBefore[i]), TaskDefinitionChangeKind.Removed, before[i], after: null);
            }
        }

        foreach (var (i, key) in keysBefore.Index().Where(entry => placesAfter.ContainsKey(entry.Item)))
        {
            CompareItem(path.Item(key), rule, before[i]!.AsObject(), after[placesAfter[key]]!.AsObject());
        }

        if (!rule.IsSorted && !keysBefore.Where(placesAfter.ContainsKey).SequenceEqual(keysAfter.Where(kept.Contains)))
        {
            _edits.Add(new(path, TaskDefinitionChangeKind.Moved, Texts(keysBefore), Texts(keysAfter)));
        }

        foreach (var (i, key) in keysAfter.Index().Where(entry => !kept.Contains(entry.Item)))
        {
            _edits.Add(new(path.Item(key), TaskDefinitionChangeKind.Added, Before: null, after[i]!.ToJsonString(), Place: i));
        }
    }

    private void CompareItem(ContentPath path, ContentRule rule, JsonObject before, JsonObject after)
    {
        if (rule.Value is null)
        {
            CompareMembers(path, before, after);
        }
        else if (!JsonNode.DeepEquals(before, after))
        {
            Add(path, TaskDefinitionChangeKind.Changed, before, after);
        }
    }

    private void Add(ContentPath path, TaskDefinitionChangeKind kind, JsonNode? before, JsonNode? after) =>
        _edits.Add(new(path, kind, before?.ToJsonString(), after?.ToJsonString()));

    private static TaskDefinitionChangeKind KindOf(JsonNode? before, JsonNode? after) =>
        before is null ? TaskDefinitionChangeKind.Added : after is null ? TaskDefinitionChangeKind.Removed : TaskDefinitionChangeKind.Changed;

    private static bool IsListOfObjects(JsonNode? node) => node is null || (node is JsonArray list && list.All(item => item is JsonObject));

    private static bool IsReordered(JsonNode? before, JsonNode? after) =>
        before is JsonArray one && after is JsonArray other && one.Count == other.Count && Ordered(one).SequenceEqual(Ordered(other), StringComparer.Ordinal);

    private static IEnumerable<string> Ordered(JsonArray list) => list.Select(item => item?.ToJsonString() ?? "null").Order(StringComparer.Ordinal);

    private static string Texts(IEnumerable<ContentKey> keys) => new JsonArray([.. keys.Select(key => (JsonNode?)key.Text)]).ToJsonString();
}
