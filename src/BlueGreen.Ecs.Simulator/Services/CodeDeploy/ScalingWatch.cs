using BlueGreen.Ecs.Simulator.Services.Ecs;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>
/// Looks whether the service is scaled while traffic moves: the deployment goes on, but the task sets must be steady again in time. What code and text a real
/// deployment then fails with is not known; it gets those of the other wait for a healthy task set.
/// </summary>
internal sealed class ScalingWatch(CodeDeployState state, Deployment deployment)
{
    private int? _desired;
    private DateTimeOffset? _since;

    /// <returns>Why the deployment must fail, or <see langword="null"/>. To be asked from time to time.</returns>
    public DeploymentError? Find()
    {
        if (deployment is not { Blue: { } blue, Green: { } green } || deployment.TargetStatus == DeploymentStatus.Succeeded || !IsInstalled())
        {
            return null;
        }

        var desired = blue.Service.DesiredCount;
        if (_desired is { } before && before != desired)
        {
            _since = state.World.Now;
        }

        _desired = desired;
        if (_since is null || (IsSteady(green) && IsSteady(blue) && state.World.Now > _since))
        {
            _since = null;
            return null;
        }

        var longest = state.World.Options.Timings.ScalingTimeout;
        return state.World.Now - _since < longest
            ? null
            : new DeploymentError("TIMEOUT",
                $"The deployment timed out while waiting for the replacement task set to become healthy. This time out period is {longest.TotalMinutes} minutes.");
    }

    private static bool IsSteady(TaskSet set) => set.IsSteady;

    private bool IsInstalled() => deployment.Events.Exists(one => one is { Name: LifecycleEvent.Install, Status: DeploymentStatus.Succeeded });
}
