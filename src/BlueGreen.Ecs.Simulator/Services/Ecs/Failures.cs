using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>What the Describe operations answer for a resource that they cannot find, beside those they can.</summary>
internal static class Failures
{
    public static JsonObject Missing(string arn) => new() { ["arn"] = arn, ["reason"] = "MISSING" };
}
