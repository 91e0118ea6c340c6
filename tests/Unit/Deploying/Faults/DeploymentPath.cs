namespace BlueGreen.Ecs.Tests.Unit.Deploying.Faults;

/// <summary>A canary deployment with a gate, and what it comes to when nothing else goes wrong.</summary>
internal sealed record DeploymentPath(string Name, DeploymentOutcome Outcome, string Serving, Func<EngineBench, Deployment> DeploymentFor)
{
    private static readonly TimeSpan Bake = TimeSpan.FromMinutes(2);

    /// <summary>The new version is tested, gets traffic, and takes over.</summary>
    public static DeploymentPath Success { get; } = new("success", DeploymentOutcome.Succeeded, "v2", bench => Canary(bench, GateVerdict.Continue));

    /// <summary>The gate finds the new version wanting.</summary>
    public static DeploymentPath Refused { get; } = new("refused by the gate", DeploymentOutcome.RolledBack, "v1", bench => Canary(bench, GateVerdict.RollBack("It is slow.")));

    public static IReadOnlyList<DeploymentPath> All { get; } = [Success, Refused];

    private static Deployment Canary(EngineBench bench, GateVerdict verdict)
    {
        var builder = bench.Service.Deploy().Gate(Stage.TestTraffic, (_, _) => Task.FromResult(verdict));
        return (bench.Service is CodeDeployService ? builder : builder.Bake(Bake)).Build();
    }
}
