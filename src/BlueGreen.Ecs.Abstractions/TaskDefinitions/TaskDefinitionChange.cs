namespace BlueGreen.Ecs;

/// <summary>One difference between two task definitions, and what it means in practice.</summary>
public sealed record TaskDefinitionChange
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mask = "••••";

    /// <summary>The member, with names in the place of indexes: <c>containerDefinitions[web].environment[NODE_ENV]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What happens to it.</summary>
    public required TaskDefinitionChangeKind Kind { get; init; }

    /// <summary>The value before: plain text, or JSON of a list or an object. Secrets in it are <see cref="Mask"/>. None when it is added.</summary>
    public string? Before { get; init; }

    /// <summary>The value after: plain text, or JSON of a list or an object. Secrets in it are <see cref="Mask"/>. None when it is removed.</summary>
    public string? After { get; init; }

    /// <summary>What the change touches.</summary>
    public required TaskDefinitionMeaning Meaning { get; init; }

    /// <summary>What it means in practice, in a sentence such as <c>The container is killed at less memory than before</c>.</summary>
    public required string Effect { get; init; }

    /// <summary>Whether something was masked in <see cref="Before"/> or <see cref="After"/>.</summary>
    public bool IsSecret { get; init; }

    /// <summary><c>changed memory: 512 → 1024. Every task gets more memory, …</c>.</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} {Path}: {Values()}. {Effect}";

    private string Values() => (Before, After) switch
    {
        (null, var after) => $"{after}",
        (var before, null) => before,
        var (before, after) => $"{before} → {after}",
    };
}
