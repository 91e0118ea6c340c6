using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>Whether executions may pass between two stages.</summary>
/// <param name="IsEnabled">Whether they may.</param>
/// <param name="Reason">Why not.</param>
/// <param name="ChangedAt">When that was last changed; nothing when never.</param>
/// <param name="ChangedBy">By whom.</param>
internal sealed record Transition(bool IsEnabled, string? Reason, DateTimeOffset? ChangedAt, string? ChangedBy)
{
    public static Transition Open { get; } = new(true, null, null, null);

    public JsonObject ToJson() => new() { ["enabled"] = IsEnabled, ["disabledReason"] = Reason, ["lastChangedAt"] = ChangedAt.ToJson(), ["lastChangedBy"] = ChangedBy };
}
