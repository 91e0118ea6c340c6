namespace BlueGreen.Ecs;

/// <summary>A Lambda function that CodeDeploy asks at a lifecycle event.</summary>
/// <param name="LifecycleEvent"><c>BeforeInstall</c>, <c>AfterInstall</c>, <c>AfterAllowTestTraffic</c>, <c>BeforeAllowTraffic</c> or <c>AfterAllowTraffic</c>.</param>
/// <param name="Function">The function's name or ARN.</param>
public sealed record LifecycleHook(string LifecycleEvent, string Function);
