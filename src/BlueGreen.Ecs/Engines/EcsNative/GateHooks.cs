using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime.Documents;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>
/// The PAUSE hook that holds a deployment for its gates. It is marked, so that the next deployment finds and removes it. Hooks of others stay as they are. Pure.
/// </summary>
internal static class GateHooks
{
    /// <summary>How many PAUSE hooks a service may have.</summary>
    public const int Most = 10;

    private const string Mark = "BlueGreen.Ecs";

    /// <summary>How long a gate may think before ECS rolls back: a day, as long as a lifecycle stage may last.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1440);

    /// <summary>The hooks that a service needs for a deployment: those of others, and ours where there are gates.</summary>
    public static List<DeploymentLifecycleHook> For(Deployment deployment, IEnumerable<DeploymentLifecycleHook>? present)
    {
        var hooks = Foreign(present).ToList();
        if (StagesFor(deployment) is { Count: > 0 } stages)
        {
            hooks.Add(new()
            {
                TargetType = DeploymentLifecycleHookTargetType.PAUSE,
                LifecycleStages = [.. stages],
                HookDetails = new Document(new Dictionary<string, Document>(StringComparer.Ordinal) { [Mark] = new("gates") }),
                TimeoutConfiguration = new() { TimeoutInMinutes = (int)Timeout.TotalMinutes, Action = DeploymentLifecycleHookAction.ROLLBACK },
            });
        }

        return hooks;
    }

    /// <summary>At which of the hooks' stages a deployment is held for its gates.</summary>
    public static EquatableArray<string> StagesFor(Deployment deployment) =>
        deployment.Gates.SelectMany(gate => LifecycleStages.HooksFor(gate.Stage, deployment.Shift)).Distinct(StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The hooks that are not ours.</summary>
    public static IEnumerable<DeploymentLifecycleHook> Foreign(IEnumerable<DeploymentLifecycleHook>? hooks) => (hooks ?? []).Where(hook => !IsOurs(hook));

    /// <summary>Whether a hook waits for somebody instead of calling a function.</summary>
    public static bool IsPause(DeploymentLifecycleHook hook) => hook.TargetType == DeploymentLifecycleHookTargetType.PAUSE;

    /// <summary>
    /// The hook that holds a deployment for its gates right now. ECS does not tell which hook of the configuration it is; where somebody else's could be meant, it is not ours
    /// to continue.
    /// </summary>
    /// <returns>Its id, or <see langword="null"/>.</returns>
    public static string? Waiting(ServiceDeployment deployment) =>
        deployment.Status?.Value == ServiceDeploymentStatusText.InProgress
        && IsHeldByUs(deployment, LifecycleStages.HooksOpenIn(deployment.LifecycleStage?.Value))
            ? Awaiting(deployment)
            : null;

    /// <summary>Whether the hook that waits does so before the first step of production traffic: then there is nothing yet that a gate behind a step could judge.</summary>
    public static bool IsBeforeTheFirstStep(ServiceDeployment deployment)
    {
        var stages = LifecycleStages.HooksOpenIn(deployment.LifecycleStage?.Value);
        var held = Ours(deployment).SelectMany(hook => Stages(hook)).Where(stages.Contains).Distinct(StringComparer.Ordinal).ToList();
        return held is [LifecycleStages.PreProductionTrafficShift] && deployment.TargetServiceRevision?.RequestedProductionTrafficWeight is null or 0;
    }

    /// <summary>The stages that a hook names.</summary>
    public static IReadOnlyList<string> Stages(DeploymentLifecycleHook hook) => hook.LifecycleStages ?? [];

    private static bool IsHeldByUs(ServiceDeployment deployment, EquatableArray<string> stages) =>
        Ours(deployment).Any(hook => Stages(hook).Any(stages.Contains))
        && !Foreign(deployment.DeploymentConfiguration?.LifecycleHooks).Any(hook => IsPause(hook) && Stages(hook).Any(stages.Contains));

    private static string? Awaiting(ServiceDeployment deployment) => deployment.LifecycleHookDetails?
        .Find(hook => hook.TargetType == DeploymentLifecycleHookTargetType.PAUSE && hook.Status == DeploymentLifecycleHookStatus.AWAITING_ACTION)?.HookId;

    private static IEnumerable<DeploymentLifecycleHook> Ours(ServiceDeployment deployment) => (deployment.DeploymentConfiguration?.LifecycleHooks ?? []).Where(IsOurs);

    private static bool IsOurs(DeploymentLifecycleHook hook) =>
        IsPause(hook) && hook.HookDetails.IsDictionary() && hook.HookDetails.AsDictionary().ContainsKey(Mark);
}
