using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Why a deployment did not succeed.</summary>
/// <param name="Code">A code of CodeDeploy: <c>ECS_UPDATE_ERROR</c>.</param>
/// <param name="Message">The text that goes with it.</param>
internal sealed record DeploymentError(string Code, string Message)
{
    public JsonObject ToJson() => new() { ["code"] = Code, ["message"] = Message };
}
