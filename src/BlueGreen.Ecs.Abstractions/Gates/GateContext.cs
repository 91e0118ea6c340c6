namespace BlueGreen.Ecs;

/// <summary>What a gate's code may know.</summary>
/// <param name="Stage">The stage at whose end the deployment is held.</param>
/// <param name="Plan">What was planned.</param>
/// <param name="Observation">What was seen last.</param>
public sealed record GateContext(Stage Stage, DeploymentPlan Plan, Observation Observation);
