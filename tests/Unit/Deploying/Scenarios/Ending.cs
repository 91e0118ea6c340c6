namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>A run that has ended.</summary>
/// <param name="Result">How.</param>
/// <param name="Events">What it told on the way; empty where nobody listened.</param>
/// <param name="Shift">How its traffic was to move; <see langword="null"/> where it was only watched.</param>
internal sealed record Ending(DeploymentResult Result, IReadOnlyList<DeploymentEvent> Events, TrafficShift? Shift);
