using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>A service on a simulator in virtual time, whatever its controller, and deployers that live in the same time.</summary>
internal sealed class EngineBench : IAsyncDisposable
{
    private readonly List<DeployerProcess> _processes = [];

    public EngineBench(AwsSimulator simulator, IServiceUnderTest service)
    {
        (Simulator, Service) = (simulator, service);
        Process = StartProcess();
    }

    public AwsSimulator Simulator { get; }

    public IServiceUnderTest Service { get; }

    /// <summary>The newest process.</summary>
    public DeployerProcess Process { get; private set; }

    /// <summary>Requests to the production listener, from <see cref="StartTraffic"/> on.</summary>
    public TrafficFlow? Traffic { get; private set; }

    public SimulatorClock Clock => Simulator.Clock;

    public IDeployer Deployer => Process.Deployer;

    public IAmazonECS Ecs => _processes[0].Ecs;

    public IAmazonCodeDeploy CodeDeploy => _processes[0].CodeDeploy;

    public IAmazonElasticLoadBalancingV2 Balancing => _processes[0].Balancing;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Another process with a deployer of its own, which is <see cref="Deployer"/> from now on. The first one makes the test's own calls.</summary>
    public DeployerProcess StartProcess(TimeSpan? pollInterval = null, bool retries = false, TimeSpan ahead = default, bool checksSurroundings = false)
    {
        Process = new DeployerProcess(Simulator, Service.Region, retries, pollInterval, ahead, checksSurroundings);
        _processes.Add(Process);
        return Process;
    }

    public void StartTraffic(double perSecond = 2) => Traffic = Simulator.Traffic.Start(Service.ProductionListenerArn, perSecond);

    /// <summary>Plans, starts and watches, in virtual time.</summary>
    public async Task<(DeploymentResult Result, IReadOnlyList<DeploymentEvent> Events)> RunAsync(DeploymentBuilder deployment, Action<DeploymentEvent>? happened = null)
    {
        var progress = new EventRecorder(happened);
        var result = await Clock.DriveAsync(Deployer.DeployAsync(deployment.Build(), progress, Token));
        return (result, progress.Events);
    }

    /// <summary>The same, cancelled as soon as something has happened.</summary>
    public async Task<DeploymentCanceledException> RunAndCancelAsync(DeploymentBuilder deployment, Predicate<DeploymentEvent> when)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var progress = new EventRecorder(happened =>
        {
            if (when(happened))
            {
                cancellation.Cancel();
            }
        });
        var driving = () => Clock.DriveAsync(Deployer.DeployAsync(deployment.Build(), progress, cancellation.Token));
        return (await driving.Should().ThrowAsync<DeploymentCanceledException>()).Which;
    }

    /// <summary>The tags of the images that answer a number of requests, right now.</summary>
    public IReadOnlyDictionary<string, int> Ask(int requests = 20, string? listener = null) => Enumerable.Range(0, requests)
        .Select(_ => Simulator.SendRequest(listener ?? Service.ProductionListenerArn))
        .GroupBy(answer => answer.StatusCode == 200 ? answer.Version! : "failed", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    public async Task<IReadOnlyList<string>> RevisionsAsync() =>
        (await Ecs.ListTaskDefinitionsAsync(new() { FamilyPrefix = Service.Family }, Token)).TaskDefinitionArns ?? [];

    public async Task<int> CountRevisionsAsync() => (await RevisionsAsync()).Count;

    /// <summary>How many calls of an operation the simulator has seen.</summary>
    public int Calls(string operation) => Simulator.History.Count(one => one.Kind == "call" && one.Subject.EndsWith(operation, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        Traffic?.Dispose();
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Simulator.DisposeAsync();
    }
}
