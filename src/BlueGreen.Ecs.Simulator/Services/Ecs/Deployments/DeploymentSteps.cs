using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>What a deployment is going to do next: after some time, when something holds, or when hooks have answered. All of it can be called off at once.</summary>
/// <param name="state">ECS.</param>
/// <param name="deployment">The deployment.</param>
/// <param name="fail">Told why the deployment cannot go on.</param>
internal sealed class DeploymentSteps(EcsState state, ServiceDeployment deployment, Action<string> fail)
{
    private readonly List<ScheduledEvent> _steps = [];
    private HookStage? _hooks;
    private (Func<bool> Holds, Action Then)? _awaited;

    public void Later(TimeSpan delay, string what, Action action) =>
        _steps.Add(state.World.Clock.Schedule(delay, $"service deployment {deployment.Id} {what}", action));

    /// <summary>Does something at the next look at which a condition holds. When it never does, the deployment fails after the longest time of a stage.</summary>
    public void Await(Func<bool> holds, Action then, bool forever)
    {
        _awaited = (holds, then);
        var longest = state.World.Options.Timings.LongestLifecycleStage;
        if (!forever)
        {
            Later(longest, "waits no longer", () => fail($"The service deployment made no progress for {longest.TotalHours:0.#} hours."));
        }

        state.Scheduler.ReviewLater(deployment.Service);
    }

    /// <summary>Goes on if what was waited for holds now.</summary>
    public void Look()
    {
        if (_awaited is { } awaited && awaited.Holds())
        {
            CallOff();
            awaited.Then();
        }
    }

    public void RunHooks(string stage, Action then)
    {
        _hooks = new HookStage(state, deployment, stage, failure =>
        {
            if (failure is null)
            {
                then();
            }
            else
            {
                fail(failure);
            }
        });
        _hooks.Begin();
    }

    /// <summary>ContinueServiceDeployment.</summary>
    /// <returns>Whether such a hook waits.</returns>
    public bool Continue(string hookId, bool rollBack) => _hooks?.Continue(hookId, rollBack) == true;

    public void CallOff()
    {
        _steps.ForEach(step => step.Cancel());
        _steps.Clear();
        _hooks?.Abandon();
        (_hooks, _awaited) = (null, null);
    }
}
