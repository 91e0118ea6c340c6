namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>Which calls of a process go wrong, and how. The last of them may kill it.</summary>
internal sealed record FaultSchedule(params IReadOnlyList<(int Call, FaultKind Kind)> Faults)
{
    /// <summary>Has the process's calls go wrong from now on.</summary>
    public void Arm(EngineBench bench, DeployerProcess process)
    {
        foreach (var (call, kind) in Faults)
        {
            var met = bench.Simulator.Faults.On("*").Call(call);
            _ = kind switch
            {
                FaultKind.Throttled => met.Throttle(),
                FaultKind.ServerError => met.Fail(500),
                FaultKind.TimedOut => met.TimeOut(),
                FaultKind.LostReply => met.LoseReply(),
                _ => null,
            };
            if (kind is FaultKind.KilledAfter or FaultKind.KilledBeforeTheReply)
            {
                process.Switch.KillAt(call, isHeard: kind == FaultKind.KilledAfter);
            }
        }
    }

    public override string ToString() => string.Join(", ", Faults.Select(fault => $"call {fault.Call} {fault.Kind}"));
}
