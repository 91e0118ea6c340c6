using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

/// <summary>A service on a simulator in virtual time, whatever its controller, and a deployer that lives in the same time. The clients do not retry: what fails reaches the engine.</summary>
internal sealed class EngineBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public EngineBench(AwsSimulator simulator, IServiceUnderTest service)
    {
        (Simulator, Service) = (simulator, service);
        var credentials = new BasicAWSCredentials("test", "test");
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(simulator.Clock)
            .AddSingleton<IAmazonECS>(new AmazonECSClient(credentials, simulator.Connect(new AmazonECSConfig { MaxErrorRetry = 0 }, service.Region)))
            .AddSingleton<IAmazonCodeDeploy>(new AmazonCodeDeployClient(credentials, simulator.Connect(new AmazonCodeDeployConfig { MaxErrorRetry = 0 }, service.Region)))
            .AddSingleton<IAmazonElasticLoadBalancingV2>(new AmazonElasticLoadBalancingV2Client(credentials, simulator.Connect(new AmazonElasticLoadBalancingV2Config { MaxErrorRetry = 0 }, service.Region)))
            .AddBlueGreenEcs(options => options.PollInterval = TimeSpan.FromSeconds(10))
            .BuildServiceProvider();
    }

    public AwsSimulator Simulator { get; }

    public IServiceUnderTest Service { get; }

    public SimulatorClock Clock => Simulator.Clock;

    public IDeployer Deployer => _services.GetRequiredService<IDeployer>();

    public IAmazonECS Ecs => _services.GetRequiredService<IAmazonECS>();

    public IAmazonElasticLoadBalancingV2 Balancing => _services.GetRequiredService<IAmazonElasticLoadBalancingV2>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

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

    public async Task<int> CountRevisionsAsync() =>
        (await Ecs.ListTaskDefinitionsAsync(new() { FamilyPrefix = Service.Family }, Token)).TaskDefinitionArns?.Count ?? 0;

    /// <summary>How many calls of an operation the simulator has seen.</summary>
    public int Calls(string operation) => Simulator.History.Count(one => one.Kind == "call" && one.Subject.EndsWith(operation, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
