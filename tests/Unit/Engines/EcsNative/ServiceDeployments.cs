using Amazon.ECS.Model;
using Amazon.Runtime.Documents;

namespace BlueGreen.Ecs.Tests.Unit.Engines.EcsNative;

/// <summary>Service deployments as ECS describes them.</summary>
internal static class ServiceDeployments
{
    public static ServiceDeployment Of(string status, string? stage = null, double greenPercent = 0) => new()
    {
        ServiceDeploymentArn = "arn:aws:ecs:eu-west-1:123456789012:service-deployment/web/shop/AbC",
        Status = status,
        LifecycleStage = stage,
        CreatedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        StartedAt = status == "PENDING" ? null : new(2026, 1, 1, 0, 0, 3, DateTimeKind.Utc),
        SourceServiceRevisions = [new() { Arn = "old", RequestedTaskCount = 2, RunningTaskCount = 2, PendingTaskCount = 0, RequestedProductionTrafficWeight = 100 - greenPercent }],
        TargetServiceRevision = new() { Arn = "new", RequestedTaskCount = 2, RunningTaskCount = 1, PendingTaskCount = 1, RequestedProductionTrafficWeight = greenPercent },
    };

    /// <summary>The same with a hook that waits, and the hooks of its configuration.</summary>
    public static ServiceDeployment Waiting(this ServiceDeployment deployment, params DeploymentLifecycleHook[] hooks)
    {
        deployment.LifecycleHookDetails = [new() { HookId = "ecs-pause-1", TargetType = "PAUSE", Status = "AWAITING_ACTION" }];
        deployment.DeploymentConfiguration = new() { LifecycleHooks = [.. hooks] };
        return deployment;
    }

    public static DeploymentLifecycleHook Ours(params string[] stages) => new()
    {
        TargetType = "PAUSE",
        LifecycleStages = [.. stages],
        HookDetails = new Document(new Dictionary<string, Document>(StringComparer.Ordinal) { ["BlueGreen.Ecs"] = new("gates") }),
    };

    public static DeploymentLifecycleHook Foreign(params string[] stages) => new() { TargetType = "PAUSE", LifecycleStages = [.. stages] };
}
