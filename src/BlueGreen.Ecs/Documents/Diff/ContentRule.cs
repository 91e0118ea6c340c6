namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>How a member of a task definition is compared.</summary>
internal sealed record ContentRule
{
    /// <summary>A member that means nothing to what runs.</summary>
    public static ContentRule Dropped { get; } = new() { IsDropped = true };

    /// <summary>An object whose member names are the user's own, such as Docker labels.</summary>
    public static ContentRule Map { get; } = new() { IsMap = true };

    /// <summary>A list of texts or numbers whose order means nothing.</summary>
    public static ContentRule Set { get; } = new() { IsSorted = true };

    /// <summary>A text that counts as not given when it is empty.</summary>
    public static ContentRule Text { get; } = new() { IsText = true };

    public bool IsDropped { get; private init; }

    public bool IsText { get; private init; }

    public bool IsMap { get; private init; }

    /// <summary>Whether the order of the list means nothing.</summary>
    public bool IsSorted { get; private init; }

    /// <summary>The members that tell the items of a list apart.</summary>
    public IReadOnlyList<string> Keys { get; private init; } = [];

    /// <summary>The one other member of an item, which then changes as a whole.</summary>
    public string? Value { get; private init; }

    /// <summary>What a missing member stands for, as JSON.</summary>
    public string? Default { get; private init; }

    /// <summary>The unit, in capitals, that counts 1024.</summary>
    public string? Unit { get; private init; }

    public static ContentRule Sorted(params string[] keys) => new() { Keys = keys, IsSorted = true };

    public static ContentRule Ordered(params string[] keys) => new() { Keys = keys };

    public static ContentRule Missing(string json) => new() { Default = json };

    public static ContentRule In(string unit) => Text with { Unit = unit };

    public ContentRule Of(string value) => this with { Value = value };
}
