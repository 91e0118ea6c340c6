namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>A canary deployment with a gate, and what it comes to when nothing else goes wrong.</summary>
internal sealed record DeploymentPath(string Name, DeploymentOutcome Outcome, string Serving, Func<EngineBench, Deployment> DeploymentFor)
{
    private const string Alarm = "5xx-of-the-new-version";

    private static readonly TimeSpan Bake = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AlarmAfter = TimeSpan.FromMinutes(5);

    /// <summary>The new version is tested, gets traffic, and takes over.</summary>
    public static DeploymentPath Success { get; } = new("success", DeploymentOutcome.Succeeded, "v2", bench => Canary(bench, GateVerdict.Continue));

    /// <summary>The gate finds the new version wanting.</summary>
    public static DeploymentPath Refused { get; } = new("refused by the gate", DeploymentOutcome.RolledBack, "v1", bench => Canary(bench, GateVerdict.RollBack("It is slow.")));

    /// <summary>An alarm goes off while traffic shifts.</summary>
    public static DeploymentPath Alarmed { get; } = new("stopped by an alarm", DeploymentOutcome.RolledBack, "v1", Alarming);

    public static IReadOnlyList<DeploymentPath> All { get; } = [Success, Refused, Alarmed];

    private static Deployment Alarming(EngineBench bench)
    {
        bench.Simulator.SetAlarmState(Alarm, "OK", region: bench.Service.Region);
        bench.Simulator.After(AlarmAfter, () => bench.Simulator.SetAlarmState(Alarm, "ALARM", region: bench.Service.Region));
        return Canary(bench, GateVerdict.Continue) with { RollBackTriggers = [RollBackTrigger.Alarm(Alarm)] };
    }

    private static Deployment Canary(EngineBench bench, GateVerdict verdict)
    {
        var builder = bench.Service.Deploy().Gate(Stage.TestTraffic, (_, _) => Task.FromResult(verdict));
        return (bench.Service is CodeDeployService ? builder : builder.Bake(Bake)).Build();
    }
}
