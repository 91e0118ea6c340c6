using System.Globalization;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>
/// Checks registered targets at their group's interval. A new target is healthy after its first successful check; the healthy threshold
/// counts only for one that has been unhealthy. Targets of a group that no listener forwards to are unused, and are not checked.
/// </summary>
internal sealed class TargetHealthChecker(World world, LoadBalancing state, Action<TargetHealthChange> changed)
{
    public void Register(TargetGroup group, string id, int port)
    {
        if (group.Find(id, port) is { } known)
        {
            if (known.Health.State is not "draining")
            {
                return;
            }

            known.Next?.Cancel();
            group.Targets.Remove(known);
        }

        var target = new Target(id, port);
        group.Targets.Add(target);
        if (state.IsBehindLoadBalancer(group.Arn))
        {
            Begin(group, target);
        }
        else
        {
            Change(group, target, TargetHealths.NotInUse);
        }
    }

    public void Deregister(TargetGroup group, string id, int port)
    {
        if (group.Find(id, port) is not { Health.State: not "draining" } target)
        {
            return;
        }

        target.Next?.Cancel();
        if (target.Health.State is "unused")
        {
            Remove(group, target);
            return;
        }

        Change(group, target, TargetHealths.Draining);
        target.Next = world.Clock.Schedule(group.DeregistrationDelay, $"{group.Name}: {id} is drained", () => Remove(group, target));
    }

    /// <summary>Starts or stops checking, after a change of what forwards to the group.</summary>
    public void UseChanged(TargetGroup group)
    {
        var isUsed = state.IsBehindLoadBalancer(group.Arn);
        foreach (var target in group.Targets.Where(target => target.Health.State is not "draining").ToList())
        {
            if (isUsed && target.Health.State is "unused")
            {
                Begin(group, target);
            }
            else if (!isUsed && target.Health.State is not "unused")
            {
                target.Next?.Cancel();
                Change(group, target, TargetHealths.NotInUse);
            }
        }
    }

    /// <summary>Forgets a group that is deleted, with its targets.</summary>
    public static void Forget(TargetGroup group)
    {
        foreach (var target in group.Targets)
        {
            target.Next?.Cancel();
        }

        group.Targets.Clear();
    }

    private void Begin(TargetGroup group, Target target)
    {
        (target.Successes, target.Failures) = (0, 0);
        if (!group.HealthCheck.Enabled)
        {
            Change(group, target, TargetHealths.Unchecked);
            return;
        }

        Change(group, target, TargetHealths.Registering);
        ScheduleCheck(group, target, world.Options.Timings.TargetRegistration, TargetHealths.Registering);
    }

    // Until its first checks have judged it, a target is on its way; after that it is only looked after.
    private void ScheduleCheck(TargetGroup group, Target target, TimeSpan delay, TargetHealth judged)
    {
        var what = $"{group.Name}: check of {target.Id}";
        target.Next = judged.State is "initial"
            ? world.Clock.Schedule(delay, what, () => Check(group, target))
            : world.Clock.ScheduleUpkeep(delay, what, () => Check(group, target));
    }

    private void Check(TargetGroup group, Target target)
    {
        var check = group.HealthCheck;
        var port = check.PortOf(target);
        var status = BalancerNetwork.Reaches(state, group, target.Id, port) ? world.DataPlane.Probe(target.Id, port, check.Path ?? "/") : null;
        if (status is { } code && check.Accepts(code))
        {
            (target.Successes, target.Failures) = (target.Successes + 1, 0);
        }
        else
        {
            (target.Successes, target.Failures) = (0, target.Failures + 1);
        }

        var judged = Judge(target, check, status);
        ScheduleCheck(group, target, TimeSpan.FromSeconds(check.IntervalSeconds), judged);
        Change(group, target, judged);
    }

    private static TargetHealth Judge(Target target, HealthCheck check, int? status)
    {
        var needed = target.Health.State is "unhealthy" ? check.HealthyThreshold : 1;
        if (target.Successes >= needed)
        {
            return TargetHealths.Healthy;
        }

        if (target.Failures >= check.UnhealthyThreshold)
        {
            return !check.IsHttp ? TargetHealths.Failed : status is { } code ? TargetHealths.Mismatch(code) : TargetHealths.TimedOut;
        }

        return target.Health.State is "initial" ? TargetHealths.InitialChecks : target.Health;
    }

    private void Remove(TargetGroup group, Target target)
    {
        group.Targets.Remove(target);
        Change(group, target, TargetHealths.NotRegistered);
    }

    private void Change(TargetGroup group, Target target, TargetHealth health)
    {
        var stateChanged = !string.Equals(target.Health.State, health.State, StringComparison.Ordinal);
        var isNew = target.Next is null && health.State is "unused";
        if (target.Health == health && !isNew)
        {
            return;
        }

        target.Health = health;
        if (stateChanged || isNew)
        {
            world.History.Record("target-health", group.Name, string.Create(CultureInfo.InvariantCulture,
                $"{target.Id}:{target.Port} is {health.State}{(health.Reason is null ? "" : $" ({health.Reason})")}"));
        }

        changed(new TargetHealthChange(group.Arn, target.Id, target.Port, health));
    }
}
