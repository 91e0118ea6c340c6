using System.Globalization;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>What a change of a member means in practice.</summary>
/// <param name="Meaning">What it touches.</param>
/// <param name="Effect">A sentence for a change.</param>
internal sealed record ChangeMeaning(TaskDefinitionMeaning Meaning, Func<ContentEdit, string> Effect)
{
    private const string OtherOrder = "The items are the same, in another order.";

    public static ChangeMeaning Says(TaskDefinitionMeaning meaning, string effect) => new(meaning, edit => IsMoved(edit) ? OtherOrder : effect);

    public static ChangeMeaning Says(TaskDefinitionMeaning meaning, string added, string removed, string changed) => new(meaning, edit => edit.Kind switch
    {
        TaskDefinitionChangeKind.Added => added,
        TaskDefinitionChangeKind.Removed => removed,
        TaskDefinitionChangeKind.Changed => changed,
        _ => OtherOrder,
    });

    /// <summary>A member that is true or false.</summary>
    public static ChangeMeaning Switch(TaskDefinitionMeaning meaning, string on, string off) => new(meaning, edit => edit.After is "true" ? on : off);

    /// <summary>A number, with or without quotes.</summary>
    public static ChangeMeaning Amount(TaskDefinitionMeaning meaning, string more, string less, string? added = null, string? removed = null) => new(meaning, edit => edit.Kind switch
    {
        TaskDefinitionChangeKind.Added => added ?? more,
        TaskDefinitionChangeKind.Removed => removed ?? less,
        _ => Number(edit.After) < Number(edit.Before) ? less : more,
    });

    private static bool IsMoved(ContentEdit edit) => edit.Kind == TaskDefinitionChangeKind.Moved;

    private static decimal Number(string? json) => decimal.TryParse(json.AsSpan().Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
