namespace BlueGreen.Ecs;

/// <summary>A Lambda function that AWS calls in the course of the deployment.</summary>
/// <param name="When">When it is called, as AWS says it: an event such as <c>AfterAllowTestTraffic</c>, or stages such as <c>POST_TEST_TRAFFIC_SHIFT</c>.</param>
/// <param name="Function">The function's name or ARN, with an alias or a version where one is meant.</param>
/// <param name="RoleArn">The ARN of the role in whose name it is called. Default: that of <see cref="PlannedTraffic.RoleArn"/>.</param>
public sealed record PlannedHook(string When, string Function, string? RoleArn = null);
