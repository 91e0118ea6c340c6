namespace BlueGreen.Ecs;

/// <summary>One cause of a failure.</summary>
/// <param name="Finding">What it is, the lines that speak for it (<see cref="Finding.Evidence"/>), and the fix.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record FailureCause(Finding Finding, Confidence Confidence);
