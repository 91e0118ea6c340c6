namespace BlueGreen.Ecs;

/// <summary>A resource of an environment, and what is to be done with it.</summary>
public sealed record PlannedResource
{
    /// <summary>What it is.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>Its name, unique among those of its kind.</summary>
    public required string Name { get; init; }

    /// <summary>What is to be done, or was.</summary>
    public required ResourceAction Action { get; init; }

    /// <summary>Its ARN; of a conflict, that of what stands in the way. None when there is nothing yet.</summary>
    public string? Arn { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What must be there before it, as <see cref="Id"/>s.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>How others of the plan refer to it: kind and name.</summary>
    public string Id => $"{Kind}:{Name}";

    /// <summary>One line: action, kind, name, reason.</summary>
    public override string ToString() => $"{Action,-8} {Kind,-15} {Name}: {Reason}{(Arn is null ? string.Empty : $" ({Arn})")}";
}
