namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>A token bucket of AWS.</summary>
/// <param name="Name">What it is for: <c>ecs service modify</c>.</param>
/// <param name="Burst">How many calls it holds.</param>
/// <param name="PerSecond">How many calls come back in a second.</param>
internal sealed record ThrottleBucket(string Name, int Burst, double PerSecond);
