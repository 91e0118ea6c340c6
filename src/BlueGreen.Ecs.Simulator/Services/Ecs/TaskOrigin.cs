using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Who wants a task, and what it is told.</summary>
internal sealed record TaskOrigin(string Group, string? StartedBy)
{
    public TaskSet? TaskSet { get; init; }

    public string LaunchType { get; init; } = "FARGATE";

    public JsonObject Overrides { get; init; } = [];

    public JsonArray Tags { get; init; } = [];

    /// <summary>The subnets and security groups, as requests have them.</summary>
    public JsonObject? NetworkConfiguration { get; init; }
}
