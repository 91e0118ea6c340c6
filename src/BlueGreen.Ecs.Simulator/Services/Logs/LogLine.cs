namespace BlueGreen.Ecs.Simulator.Services.Logs;

/// <summary>An event of a log stream.</summary>
/// <param name="Timestamp">Milliseconds since 1970, as the writer said.</param>
/// <param name="Ingested">Milliseconds since 1970, when it came in.</param>
/// <param name="Message">The text.</param>
internal sealed record LogLine(long Timestamp, long Ingested, string Message);
