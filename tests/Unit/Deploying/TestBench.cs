using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>The seed's service on a simulator in virtual time, and a deployer that lives in the same time.</summary>
internal sealed class TestBench : IAsyncDisposable
{
    public const string Service = "web/labo-terraform-admin";
    public const string Image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:";

    private readonly DeployerProcess _process;

    private TestBench(AwsSimulator simulator, SeedEnvironment environment, IEnumerable<IDocumentRule> rules)
    {
        (Simulator, Environment) = (simulator, environment);
        _process = new(simulator, environment.Region, retries: true, rules: rules);
    }

    public AwsSimulator Simulator { get; }

    public SeedEnvironment Environment { get; }

    public SimulatorClock Clock => Simulator.Clock;

    public IDeployer Deployer => _process.Deployer;

    public IAmazonECS Ecs => _process.Ecs;

    public IAmazonCodeDeploy CodeDeploy => _process.CodeDeploy;

    public IAmazonElasticLoadBalancingV2 Balancing => _process.Balancing;

    public static async Task<TestBench> CreateAsync(SeedEnvironmentOptions? options = null, params IDocumentRule[] rules)
    {
        var simulator = new AwsSimulator();
        return new(simulator, await SeedEnvironment.CreateAsync(simulator, options, TestContext.Current.CancellationToken), rules);
    }

    /// <summary>A deployment of the seed's files.</summary>
    public static DeploymentBuilder Deploy(string tag = "v2") => Deployment
        .For(Service)
        .WithTaskDef("Fixtures/seed/taskdef.json")
        .WithImage("IMAGE1_NAME", Image + tag)
        .WithAppSpec("Fixtures/seed/appspec.yaml")
        .Shift(TrafficShift.Canary10Percent5Minutes);

    /// <summary>Plans, starts and watches, in virtual time.</summary>
    public async Task<(DeploymentResult Result, IReadOnlyList<DeploymentEvent> Events)> RunAsync(DeploymentBuilder deployment, Action<DeploymentEvent>? happened = null)
    {
        var progress = new EventRecorder(happened);
        var result = await Clock.DriveAsync(Deployer.DeployAsync(deployment.Build(), progress, TestContext.Current.CancellationToken));
        return (result, progress.Events);
    }

    /// <summary>The tags of the images that answer a number of production requests, right now.</summary>
    public IReadOnlyDictionary<string, int> Ask(int requests) => Enumerable.Range(0, requests)
        .Select(_ => Simulator.SendRequest(Environment.ProductionListenerArn))
        .GroupBy(answer => answer.StatusCode == 200 ? answer.Version! : "failed", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    public async Task<int> CountRevisionsAsync() =>
        (await Ecs.ListTaskDefinitionsAsync(new() { FamilyPrefix = "ecs-admin-test" }, TestContext.Current.CancellationToken)).TaskDefinitionArns?.Count ?? 0;

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
