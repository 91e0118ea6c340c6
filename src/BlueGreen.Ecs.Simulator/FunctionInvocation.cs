using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator;

/// <summary>A service's call of a Lambda function.</summary>
/// <param name="FunctionName">The function's name, without the rest of its ARN.</param>
/// <param name="Payload">
/// The event as Lambda would hand it over. CodeDeploy sends <c>DeploymentId</c> and <c>LifecycleEventHookExecutionId</c>; ECS sends
/// <c>executionId</c>, <c>lifecycleStage</c>, <c>resourceArn</c>, <c>executionDetails</c> and <c>hookDetails</c>.
/// </param>
/// <param name="Time">When, in simulated time.</param>
public sealed record FunctionInvocation(string FunctionName, JsonObject Payload, DateTimeOffset Time);
