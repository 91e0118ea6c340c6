namespace BlueGreen.Ecs.Simulator.Services.Ssm;

/// <summary>One value of a parameter.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Value">The value in plain text.</param>
/// <param name="At">When it was put.</param>
internal sealed record ParameterVersion(long Number, string Value, DateTimeOffset At);
