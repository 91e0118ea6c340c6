using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>What came of an invocation.</summary>
/// <param name="Reply">What the function answered, which may be nothing.</param>
/// <param name="Error">What it threw; none where it answered.</param>
/// <param name="Version">The version that ran.</param>
/// <param name="Log">What it wrote to its log.</param>
internal sealed record FunctionOutcome(JsonObject? Reply, Exception? Error, string Version, string Log)
{
    /// <summary>The error as Lambda answers it.</summary>
    public JsonObject? ErrorPayload => Error is null ? null : new JsonObject { ["errorMessage"] = Error.Message, ["errorType"] = Error.GetType().Name };
}
