namespace BlueGreen.Ecs;

/// <summary>A question to the caller's own code: whether the deployment may go on behind a stage.</summary>
/// <param name="Stage">The stage at whose end the deployment is held.</param>
/// <param name="Decide">The caller's code. Time that it takes counts; an exception rolls the deployment back.</param>
public sealed record Gate(Stage Stage, Func<GateContext, CancellationToken, Task<GateVerdict>> Decide);
