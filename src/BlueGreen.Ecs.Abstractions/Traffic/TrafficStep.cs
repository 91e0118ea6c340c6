namespace BlueGreen.Ecs;

/// <summary>A moment of a traffic shift.</summary>
/// <param name="Offset">Time since the first step.</param>
/// <param name="GreenPercent">What part of production traffic the new version gets from then on, in percent.</param>
public sealed record TrafficStep(TimeSpan Offset, double GreenPercent);
