namespace BlueGreen.Ecs;

/// <summary>What it takes to bring an environment about, or to remove it, as AWS was when it was looked at.</summary>
public sealed record EnvironmentPlan
{
    /// <summary>What is wanted.</summary>
    public required BlueGreenEnvironment Environment { get; init; }

    /// <summary>The AWS account.</summary>
    public required string Account { get; init; }

    /// <summary>The AWS region.</summary>
    public required string Region { get; init; }

    /// <summary>Every resource, each behind those on which it depends; in a plan of removal, before them.</summary>
    public required EquatableArray<PlannedResource> Resources { get; init; }

    /// <summary>Whether it removes the environment instead of bringing it about. Default: no.</summary>
    public bool IsOfRemoval { get; init; }

    /// <summary>Those that stand in the way.</summary>
    public IEnumerable<PlannedResource> Conflicts => Resources.Where(resource => resource.Action == ResourceAction.Conflict);

    /// <summary>Those that are made, changed or removed.</summary>
    public IEnumerable<PlannedResource> Changes => Resources.Where(resource => resource.Action is ResourceAction.Create or ResourceAction.Update or ResourceAction.Delete);

    /// <summary>A line for each resource.</summary>
    public override string ToString() => string.Join('\n', Resources);
}
