using Amazon.CloudWatch;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using BlueGreen.Ecs.Simulator;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.TaskSets;

/// <summary>A service with the EXTERNAL controller and requests to its production listener, from the moment at which version 1 serves.</summary>
internal sealed class ExternalBench(EngineBench engine) : IAsyncDisposable
{
    public const string Service = "web/shop";

    private readonly ExternalService _service = (ExternalService)engine.Service;

    public AwsSimulator Simulator => engine.Simulator;

    public string Region => _service.Region;

    public IAmazonECS Ecs => engine.Ecs;

    public IAmazonElasticLoadBalancingV2 Balancing => engine.Balancing;

    public IAmazonCloudWatch CloudWatch => engine.Process.CloudWatch;

    public IDeployer Deployer => engine.Deployer;

    public SimulatorClock Clock => engine.Clock;

    public string ImageV2 => _service.Image + "v2";

    public string LoadBalancerArn => _service.LoadBalancerArn;

    public string Blue => _service.Blue;

    public string Green => _service.Green;

    public string Listener => _service.ProductionListenerArn;

    public string? TestListener => _service.TestListenerArn is { Length: > 0 } arn ? arn : null;

    public string? Rule => _service.Rule;

    public TrafficFlow Traffic => engine.Traffic!;

    public static async Task<ExternalBench> CreateAsync(bool hasTestListener = true, bool hasRule = false, int desiredCount = 2)
    {
        var engine = await ExternalService.CreateAsync(hasTestListener, hasRule, desiredCount);
        engine.StartTraffic();
        return new(engine);
    }

    public static DeploymentBuilder Deploy() => Deployment
        .For(Service)
        .WithTaskDef(running => running.WithContainer("labo-terraform-admin", container => container.WithImage(TestBench.Image + "v2")))
        .Shift(TrafficShift.Canary10Percent5Minutes);

    /// <summary>A deployer of its own, as another process would have it.</summary>
    public IDeployer CreateDeployer(TimeSpan? pollInterval = null) => engine.StartProcess(pollInterval).Deployer;

    public Task<(DeploymentResult Result, IReadOnlyList<DeploymentEvent> Events)> RunAsync(DeploymentBuilder deployment, Action<DeploymentEvent>? happened = null) =>
        engine.RunAsync(deployment, happened);

    public Task<IReadOnlyList<TaskSet>> SetsAsync() => ExternalService.SetsAsync(engine);

    public Task<int> CountRevisionsAsync() => engine.CountRevisionsAsync();

    /// <summary>The weights of the production rule.</summary>
    public Task<(int Blue, int Green)> WeightsAsync() => _service.WeightsAsync(engine);

    /// <summary>Somebody else changes the weights.</summary>
    public Task SetWeightsAsync(int blue, int green) => _service.SetWeightsAsync(engine, blue, green);

    /// <summary>What must hold after every deployment, however it went.</summary>
    public async Task EndedAsync(DeploymentOutcome outcome, int revisions = 1)
    {
        Clock.Advance(TimeSpan.FromMinutes(10));
        var sets = await SetsAsync();
        var primary = sets.Should().ContainSingle("no task set is left over").Which;
        primary.Status.Should().Be("PRIMARY");
        var isNew = outcome == DeploymentOutcome.Succeeded;
        primary.LoadBalancers[0].TargetGroupArn.Should().Be(isNew ? Green : Blue);
        var (blue, green) = await WeightsAsync();
        (blue > 0, green > 0).Should().Be((!isNew, isNew));
        Traffic.Counts.Failed.Should().Be(0, "no production request fails");
        (await CountRevisionsAsync()).Should().Be(isNew ? revisions + 1 : revisions, "no revision is left over");
        Enumerable.Range(0, 5).Select(_ => Simulator.SendRequest(Listener).Version).Should().OnlyContain(version => version == (isNew ? "v2" : "v1"));
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
