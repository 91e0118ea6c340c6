using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator;

/// <summary>How the simulated AWS is set up.</summary>
public sealed class AwsSimulatorOptions
{
    /// <summary>The account that owns everything. Default: 123456789012.</summary>
    public string Account { get; set; } = "123456789012";

    /// <summary>
    /// The region of the clients that <see cref="Microsoft.Extensions.DependencyInjection.AwsSimulatorServiceCollectionExtensions.AddSimulatedAws"/> connects.
    /// Every region is served. Default: us-east-1.
    /// </summary>
    public string Region { get; set; } = CredentialScope.DefaultRegion;

    /// <summary>What identifiers are drawn from. The same seed and the same calls give the same history. Default: 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The moment at which simulated time begins. Default: 2026-01-01T00:00:00Z, or the real time when <see cref="TimeScale"/> is set.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>How many simulated seconds pass in a real one. Default: none, time is virtual and is advanced by hand.</summary>
    public double? TimeScale { get; set; }

    /// <summary>Whether load balancers and containers really listen on loopback. Needs a <see cref="TimeScale"/>. Default: no, traffic is answered in memory.</summary>
    public bool RealTraffic { get; set; }

    /// <summary>Whether a load balancer's listener gets its own port number on loopback, or any that is free. Default: any.</summary>
    public bool KeepListenerPorts { get; set; }

    /// <summary>
    /// Whether calls are throttled by the token buckets that AWS publishes, each for one account and region. Default: no. CodeDeploy, IAM, STS and CloudWatch
    /// publish none, and are not throttled.
    /// </summary>
    public bool Throttling { get; set; }

    /// <summary>How many events <see cref="AwsSimulator.History"/> keeps, at least 1; older ones are forgotten. Default: 100,000.</summary>
    public int HistoryLimit { get; set; } = 100_000;

    /// <summary>How long things take. Every value is one that AWS does not promise.</summary>
    public SimulatorTimings Timings { get; set; } = new();
}
