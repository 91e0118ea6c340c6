using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Why a deployment did not succeed.</summary>
/// <param name="Code">A code of CodeDeploy: <c>ECS_UPDATE_ERROR</c>.</param>
/// <param name="Message">The text that goes with it.</param>
internal sealed record DeploymentError(string Code, string Message)
{
    /// <summary>What ECS refused to CodeDeploy.</summary>
    public static DeploymentError OfEcs(AwsErrorException refused, string requestId) => new("ECS_UPDATE_ERROR",
        $"The ECS service cannot be updated due to an unexpected error: {refused.Message} (Service: AmazonECS; Status Code: {(int)refused.Status}; "
        + $"Error Code: {refused.Code}; Request ID: {requestId}; Proxy: null). Check your ECS service status.");

    public JsonObject ToJson() => new() { ["code"] = Code, ["message"] = Message };
}
