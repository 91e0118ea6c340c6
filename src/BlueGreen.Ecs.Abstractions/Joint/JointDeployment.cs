namespace BlueGreen.Ecs;

/// <summary>
/// Several services' deployments as one: all get through, or all go back. Made by <c>Deployment.Group(…)</c> of the package BlueGreen.Ecs. Every call returns a new value and
/// leaves this one as it was.
/// </summary>
public sealed record JointDeployment
{
    /// <summary>The deployments, each of another service, in order.</summary>
    public required EquatableArray<Deployment> Members { get; init; }

    /// <summary>Whether all go at the same time. Default: no; the next begins when the one before has moved all production traffic.</summary>
    public bool IsParallel { get; init; }

    /// <summary>Gates that are asked once for all members. Default: none.</summary>
    public EquatableArray<Gate> SharedGates { get; init; }

    /// <summary>All members go at the same time.</summary>
    public JointDeployment InParallel() => this with { IsParallel = true };

    /// <summary>
    /// Holds every member at the end of a stage until the caller's code has decided for all: it is asked once, when all have come there. Before it, in order means that the next member
    /// begins when the one before is held; behind it, that each goes on when the one before has moved all production traffic.
    /// </summary>
    /// <param name="stage">The stage. Every member's engine must be able to hold there; else its plan has an error.</param>
    /// <param name="decide">Continues, or rolls all back; an exception rolls back. Its context is the first member's, with <see cref="GateContext.Members"/>.</param>
    public JointDeployment Gate(Stage stage, Func<GateContext, CancellationToken, Task<GateVerdict>> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return this with { SharedGates = [.. SharedGates, new(stage, decide)] };
    }

    /// <summary>Holds every member at the end of a stage until a ready-made gate has decided for all.</summary>
    /// <param name="stage">The stage, as above.</param>
    /// <param name="gate">The gate.</param>
    public JointDeployment Gate(Stage stage, IGate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return Gate(stage, gate.DecideAsync);
    }
}
