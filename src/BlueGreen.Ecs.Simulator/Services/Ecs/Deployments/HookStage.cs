using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>Calls all hooks of one stage at once, and waits until each has ended well or one has not.</summary>
/// <param name="state">ECS.</param>
/// <param name="deployment">The deployment.</param>
/// <param name="stage">The stage that hooks name.</param>
/// <param name="done">Called once, with why the deployment cannot go on, or with nothing when it can.</param>
internal sealed class HookStage(EcsState state, ServiceDeployment deployment, string stage, Action<string?> done)
{
    private static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(30);
    private readonly List<Hook> _hooks = [];
    private bool _isOver;

    private World World => state.World;

    public void Begin()
    {
        foreach (var definition in Matching())
        {
            var isPause = Hook.TypeOf(definition) == Hook.Pause;
            var hook = new Hook($"{(isPause ? "ecs-pause" : "ecs-lambda")}-{World.Ids.Hex(17)}", definition, World.Now + Hook.TimeoutOf(definition));
            _hooks.Add(hook);
            deployment.Hooks.Add(hook);
            Tell(hook);
            After(hook, Hook.TimeoutOf(definition), "expires", () => TimeOut(hook));
        }

        if (_hooks.Count == 0)
        {
            End(null);
        }

        foreach (var hook in _hooks.Where(hook => hook.TargetType == Hook.Lambda).ToList())
        {
            Invoke(hook, World.Ids.Uuid());
        }
    }

    /// <summary>ContinueServiceDeployment.</summary>
    /// <returns>Whether such a hook waits.</returns>
    public bool Continue(string hookId, bool rollBack)
    {
        if (_hooks.Find(hook => hook.Id == hookId && hook.Status == HookStatus.AwaitingAction) is not { } waiting || _isOver)
        {
            return false;
        }

        Settle(waiting, rollBack ? HookStatus.Failed : HookStatus.Succeeded, rollBack ? "A rollback was requested at a pause hook." : null);
        return true;
    }

    /// <summary>Nobody waits for the stage any more.</summary>
    public void Abandon()
    {
        _isOver = true;
        _hooks.ForEach(hook => hook.Timers.ForEach(timer => timer.Cancel()));
    }

    private IEnumerable<JsonObject> Matching() => deployment.IsFirst
        ? []
        : deployment.Configuration.Objects("lifecycleHooks").Where(hook => hook.Texts("lifecycleStages").Contains(stage, StringComparer.Ordinal));

    private void Invoke(Hook hook, string execution)
    {
        if (_isOver)
        {
            return;
        }

        var (reply, error) = FunctionCalls.Invoke(state.Region, hook.TargetArn!, Payload(hook, execution));
        switch (reply?.Text("hookStatus"))
        {
            case HookStatus.Succeeded:
                Settle(hook, HookStatus.Succeeded, null);
                break;
            case HookStatus.InProgress:
                var delay = reply["callBackDelay"] is { } told && double.TryParse(told.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var seconds)
                    ? TimeSpan.FromSeconds(Math.Max(1, seconds))
                    : DefaultDelay;
                After(hook, delay, "is invoked again", () => Invoke(hook, execution));
                break;
            case HookStatus.Failed:
                Settle(hook, HookStatus.Failed, $"The lifecycle hook {hook.TargetArn} failed at the stage {stage}.");
                break;
            default:
                Settle(hook, HookStatus.Failed, $"The lifecycle hook {hook.TargetArn} gave no hookStatus at the stage {stage}{(error is null ? "." : $": {error}")}");
                break;
        }
    }

    private JsonObject Payload(Hook hook, string execution)
    {
        var sets = deployment.Sources.Append(deployment.Target).DistinctBy(set => set.Revision!.Arn, StringComparer.Ordinal).ToList();
        return new JsonObject
        {
            ["executionId"] = execution,
            ["lifecycleStage"] = stage,
            ["resourceArn"] = deployment.Arn,
            ["executionDetails"] = new JsonObject
            {
                ["serviceArn"] = deployment.Service.Arn,
                ["targetServiceRevisionArn"] = deployment.Revision.Arn,
                ["testTrafficWeights"] = Weights(set => set.TestWeight),
                ["productionTrafficWeights"] = Weights(set => set.ProductionWeight),
            },
            ["hookDetails"] = hook.Details?.DeepClone(),
        };

        JsonObject Weights(Func<TaskSet, double> weight) =>
            new(sets.Select(set => new KeyValuePair<string, JsonNode?>(set.Revision!.Arn, weight(set))));
    }

    private void TimeOut(Hook hook) => Settle(hook, HookStatus.TimedOut,
        hook.TimeoutAction == Hook.RollBack ? $"The lifecycle hook {hook.TargetArn ?? hook.Id} timed out at the stage {stage}." : null);

    private void Settle(Hook hook, string status, string? failure)
    {
        hook.Timers.ForEach(timer => timer.Cancel());
        hook.Status = status;
        Tell(hook);
        if (failure is not null || !_hooks.Exists(one => one.IsOpen))
        {
            End(failure);
        }
    }

    private void End(string? failure)
    {
        if (!_isOver)
        {
            Abandon();
            done(failure);
        }
    }

    private void After(Hook hook, TimeSpan delay, string what, Action action) => hook.Timers.Add(World.Clock.Schedule(delay, $"hook {hook.Id} {what}", () =>
    {
        if (!_isOver && hook.IsOpen)
        {
            action();
        }
    }));

    private void Tell(Hook hook) => World.History.Record("service-deployment", deployment.Id, $"hook {hook.Id} of {stage}: {hook.Status}");
}
