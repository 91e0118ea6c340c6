using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>Makes differences to a canonical task definition.</summary>
internal static class ContentPatch
{
    /// <summary>Makes the edits, in their order.</summary>
    /// <exception cref="InvalidOperationException">What an edit changes is not there.</exception>
    public static void Apply(JsonObject root, IEnumerable<ContentEdit> edits)
    {
        foreach (var edit in edits)
        {
            Apply(root, edit);
        }
    }

    private static void Apply(JsonObject root, ContentEdit edit)
    {
        var isAdded = edit.Kind == TaskDefinitionChangeKind.Added;
        JsonNode around = root;
        foreach (var step in edit.Path.Steps().SkipLast(1))
        {
            around = Find(around, step) ?? (isAdded ? Create(around, step) : null) ?? throw Missing(edit.Path);
        }

        if (edit.Path.IsItem && around is JsonArray list)
        {
            ApplyToItem(list, edit);
            return;
        }

        var parent = around as JsonObject ?? throw Missing(edit.Path);
        var name = edit.Path.Key.Text;
        if (!isAdded && !parent.ContainsKey(name))
        {
            throw Missing(edit.Path);
        }

        if (edit.Kind == TaskDefinitionChangeKind.Moved && ContentRules.Find(edit.Path.Pattern) is { Keys.Count: > 0 } rule && parent[name] is JsonArray moved)
        {
            Reorder(moved, rule, edit);
        }
        else if (edit.Kind == TaskDefinitionChangeKind.Removed)
        {
            parent.Remove(name);
        }
        else
        {
            parent[name] = JsonNode.Parse(edit.After!);
        }
    }

    private static void ApplyToItem(JsonArray list, ContentEdit edit)
    {
        var place = PlaceOf(list, edit.Path);
        if (edit.Kind == TaskDefinitionChangeKind.Added && place < 0)
        {
            list.Insert(Math.Min(edit.Place, list.Count), JsonNode.Parse(edit.After!));
        }
        else if (place < 0)
        {
            throw Missing(edit.Path);
        }
        else if (edit.Kind == TaskDefinitionChangeKind.Removed)
        {
            list.RemoveAt(place);
        }
        else
        {
            list[place] = JsonNode.Parse(edit.After!);
        }
    }

    // Items that the edit does not know keep their order, behind the others.
    private static void Reorder(JsonArray list, ContentRule rule, ContentEdit edit)
    {
        var wanted = ContentKey.Of(JsonNode.Parse(edit.After!)!.AsArray(), ContentRule.Set);
        var sorted = list.Zip(ContentKey.Of(list, rule))
            .OrderBy(entry => wanted.IndexOf(entry.Second) is >= 0 and var place ? place : int.MaxValue)
            .Select(entry => entry.First)
            .ToList();
        list.Clear();
        sorted.ForEach(list.Add);
    }

    private static JsonNode? Find(JsonNode around, ContentPath step) => around switch
    {
        JsonArray list when step.IsItem => PlaceOf(list, step) is >= 0 and var place ? list[place] : null,
        JsonObject parent => parent[step.Key.Text],
        _ => null,
    };

    // A list or map that is empty is not written, so that its first item brings it along; nothing else is made up.
    private static JsonNode? Create(JsonNode around, ContentPath step) =>
        !step.IsItem && around is JsonObject parent && ContentRules.Find(step.Pattern) is { } rule && (rule.IsMap || rule.Keys.Count > 0)
            ? parent[step.Key.Text] = rule.IsMap ? new JsonObject() : new JsonArray()
            : null;

    private static int PlaceOf(JsonArray list, ContentPath item) => ContentKey.Of(list, ContentRules.Find(item.Parent!.Pattern)!).IndexOf(item.Key);

    private static InvalidOperationException Missing(ContentPath path) => new($"The task definition has no {path}, which the diff changes. Apply the diff to the task definition that it was made from.");
}
