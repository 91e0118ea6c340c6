using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Preflight.Survey;

/// <summary>The seed's service on a simulator, and a deployer that looks around before it deploys.</summary>
internal sealed class SurveyBench : IAsyncDisposable
{
    private readonly DeployerProcess _process;

    private SurveyBench(AwsSimulator simulator, SeedEnvironment seed)
    {
        (Simulator, Seed) = (simulator, seed);
        _process = new(simulator, seed.Region, checksSurroundings: true);
    }

    public AwsSimulator Simulator { get; }

    public SeedEnvironment Seed { get; }

    public IDeployer Deployer => _process.Deployer;

    public DeployerProcess Process => _process;

    public static async Task<SurveyBench> CreateAsync(SeedEnvironmentOptions? options = null)
    {
        var simulator = new AwsSimulator();
        return new(simulator, await SeedEnvironment.CreateAsync(simulator, options, TestContext.Current.CancellationToken));
    }

    /// <summary>Plans, and tells what was found.</summary>
    public async Task<EquatableArray<Finding>> FindAsync(DeploymentBuilder? deployment = null) =>
        (await Simulator.Clock.DriveAsync(Deployer.PlanAsync((deployment ?? TestBench.Deploy()).Build(), TestContext.Current.CancellationToken))).Findings;

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
