namespace BlueGreen.Ecs;

/// <summary>A step of a plan.</summary>
/// <param name="Stage">The stage to which it belongs.</param>
/// <param name="What">What is done, in a few words.</param>
/// <param name="GreenPercent">The new version's part of production traffic from then on, in percent.</param>
/// <param name="After">The earliest time after the stage before; <see langword="null"/> where it depends on AWS.</param>
public sealed record PlannedStep(Stage Stage, string What, double GreenPercent, TimeSpan? After);
