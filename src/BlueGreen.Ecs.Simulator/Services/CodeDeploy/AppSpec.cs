using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>An AppSpec for ECS, as CodeDeploy understands it.</summary>
internal sealed record AppSpec
{
    public required string TaskDefinition { get; init; }

    public required string ContainerName { get; init; }

    public required int ContainerPort { get; init; }

    /// <summary>What the AppSpec says of the task set beside that, under ECS's wire names.</summary>
    public JsonObject TaskSetSettings { get; init; } = [];

    /// <summary>Event to function.</summary>
    public IReadOnlyDictionary<string, string> Hooks { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
