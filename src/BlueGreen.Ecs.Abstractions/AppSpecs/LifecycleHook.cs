namespace BlueGreen.Ecs;

/// <summary>A Lambda function that CodeDeploy asks at a lifecycle event.</summary>
/// <param name="Event">When it is asked, such as <see cref="HookEvent.AfterAllowTestTraffic"/>.</param>
/// <param name="Function">The function's name or ARN; it is of the service's account and region.</param>
public sealed record LifecycleHook(HookEvent Event, string Function);
