namespace BlueGreen.Ecs.Simulator;

/// <summary>What a simulated container answers.</summary>
/// <param name="StatusCode">The HTTP status code.</param>
/// <param name="Body">The body, as HTML.</param>
public sealed record SimulatedResponse(int StatusCode, string Body);
