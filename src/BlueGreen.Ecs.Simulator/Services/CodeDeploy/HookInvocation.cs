namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>What CodeDeploy tells a hook's function.</summary>
/// <param name="DeploymentId">The deployment.</param>
/// <param name="LifecycleEventHookExecutionId">What the function reports its result under.</param>
/// <param name="LifecycleEventName">The event that it is hooked to.</param>
internal sealed record HookInvocation(string DeploymentId, string LifecycleEventHookExecutionId, string LifecycleEventName);
