using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>A diff that knows the raw values. They stay in private members, which neither <c>ToString</c> nor a serialiser sees.</summary>
internal sealed record ComputedDiff : TaskDefinitionDiff
{
    private readonly EquatableArray<ContentEdit> _edits;
    private readonly Lazy<EquatableArray<TaskDefinitionChange>> _changes;

    public ComputedDiff(IEnumerable<ContentEdit> edits)
    {
        _edits = edits.ToEquatableArray();
        _changes = new(() => _edits.Select(ToChange).OrderBy(change => change.Meaning).ThenBy(change => change.Path, StringComparer.Ordinal).ToEquatableArray());
    }

    public override EquatableArray<TaskDefinitionChange> Changes => _changes.Value;

    public override bool IsEmpty => _edits.Count == 0;

    public bool Equals(ComputedDiff? other) => other is not null && _edits == other._edits;

    public override int GetHashCode() => _edits.GetHashCode();

    public override TaskDefinition ApplyTo(TaskDefinition before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var root = CanonicalTaskDefinition.Of(before);
        ContentPatch.Apply(root, _edits);
        if (CanonicalTaskDefinition.Tree(before)["tags"] is JsonArray tags)
        {
            root["tags"] = tags.DeepClone();
        }

        return TaskDefinitionDocument.Parse(root.ToJsonString());
    }

    private static TaskDefinitionChange ToChange(ContentEdit edit)
    {
        var name = edit.Path.Key.Text;
        var value = edit.Path is { IsItem: true, Parent: { } list } ? ContentRules.Find(list.Pattern)?.Value : null;
        var (before, after) = (Show(edit.Before), Show(edit.After));
        var (meaning, effect) = ChangeMeanings.Of(edit);
        return new()
        {
            Path = edit.Path.ToString(),
            Kind = edit.Kind,
            Before = before,
            After = after,
            Meaning = meaning,
            Effect = effect,
            IsSecret = IsMasked(before) || IsMasked(after),
        };

        string? Show(string? json) => json is null ? null : SecretMask.Show(name, json, value);
    }

    private static bool IsMasked(string? shown) => shown?.Contains(TaskDefinitionChange.Mask, StringComparison.Ordinal) is true;
}
