namespace BlueGreen.Ecs;

/// <summary>How a service is scaled by others, as it was found: its scalable target of Application Auto Scaling.</summary>
public sealed record ServiceScaling
{
    /// <summary>The fewest tasks to which it is scaled in.</summary>
    public required int MinCapacity { get; init; }

    /// <summary>The most tasks to which it is scaled out.</summary>
    public required int MaxCapacity { get; init; }

    /// <summary>Which kinds of scaling rest.</summary>
    public required ScalingSuspension Suspended { get; init; }

    /// <summary>
    /// What rested before an earlier deployment suspended all, which has not restored it: it runs still, or its process has ended without. Default: none; whoever suspended
    /// what rests was not this library.
    /// </summary>
    public ScalingSuspension? Former { get; init; }
}
