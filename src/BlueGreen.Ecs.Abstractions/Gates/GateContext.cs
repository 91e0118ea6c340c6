namespace BlueGreen.Ecs;

/// <summary>What a gate's code may know.</summary>
/// <param name="Stage">The stage at whose end the deployment is held.</param>
/// <param name="Plan">What was planned.</param>
/// <param name="Observation">What was seen last.</param>
public sealed record GateContext(Stage Stage, DeploymentPlan Plan, Observation Observation)
{
    /// <summary>The deployer's clock, on which a gate should wait. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>When the deployment was started. Default: not known, the beginning of time.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The host's services, such as its AWS clients. Default: none, for a deployer that was made without them.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>For a gate that several deployments share: what each of them is held with, in their order; the rest is the first one's. Default: none.</summary>
    public EquatableArray<GateContext> Members { get; init; }
}
