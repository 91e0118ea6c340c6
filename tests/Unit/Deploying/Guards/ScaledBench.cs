using Amazon.ApplicationAutoScaling;
using Amazon.ApplicationAutoScaling.Model;
using BlueGreen.Ecs.Guards;
using BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Guards;

/// <summary>A service that Application Auto Scaling keeps between one and six tasks.</summary>
internal sealed class ScaledBench : IAsyncDisposable
{
    public const int MinCapacity = 1;
    public const int MaxCapacity = 6;

    private readonly IAmazonApplicationAutoScaling _client;

    private ScaledBench(EngineBench bench) => (Bench, _client) = (bench, bench.Process.Scaling);

    public static TheoryData<Engine> Engines => [Engine.CodeDeploy, Engine.EcsNative, Engine.TaskSets];

    public EngineBench Bench { get; }

    public DeploymentBuilder Deploy => Bench.Service is CodeDeployService ? Bench.Service.Deploy() : Bench.Service.Deploy().Bake(TimeSpan.FromMinutes(2));

    /// <summary>The same, while which nobody scales.</summary>
    public DeploymentBuilder DeployGuarded => Deploy.SuspendScaling();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Resource => $"service/{Bench.Service.Reference}";

    public static async Task<ScaledBench> CreateAsync(Engine engine, ScalingSuspension? suspended = null, bool isScaled = true, bool hasGate = false)
    {
        var scaled = new ScaledBench(engine == Engine.CodeDeploy && !hasGate ? await CodeDeployService.CreateAsync() : await new ServiceSetup { ReadyWait = TimeSpan.FromMinutes(30) }.CreateAsync(engine));
        if (isScaled)
        {
            await scaled.SetAsync(suspended ?? ScalingSuspension.None);
        }

        return scaled;
    }

    /// <summary>Somebody else says what rests.</summary>
    public Task SetAsync(ScalingSuspension suspension) => _client.RegisterScalableTargetAsync(
        new()
        {
            ServiceNamespace = ServiceNamespace.Ecs,
            ResourceId = Resource,
            ScalableDimension = ScalableDimension.EcsServiceDesiredCount,
            MinCapacity = MinCapacity,
            MaxCapacity = MaxCapacity,
            SuspendedState = ScalingTags.ToState(suspension),
        },
        Token);

    /// <summary>Another process is about to start a deployment.</summary>
    public async Task ClaimAsync(DateTimeOffset now)
    {
        var held = ScalingTags.Read(await TagsAsync())!;
        await _client.TagResourceAsync(new() { ResourceARN = (await TargetAsync()).ScalableTargetARN, Tags = ScalingTags.Write(held.Former, ScalingTags.Claim(now)) }, Token);
    }

    public async Task<ScalableTarget> TargetAsync() =>
        (await _client.DescribeScalableTargetsAsync(new() { ServiceNamespace = ServiceNamespace.Ecs, ResourceIds = [Resource] }, Token)).ScalableTargets.Single();

    /// <summary>What rests now.</summary>
    public async Task<ScalingSuspension> SuspendedAsync() => ScalingTags.Suspended((await TargetAsync()).SuspendedState);

    public async Task<IReadOnlyDictionary<string, string>> TagsAsync() =>
        (await _client.ListTagsForResourceAsync(new() { ResourceARN = (await TargetAsync()).ScalableTargetARN }, Token)).Tags ?? [];

    /// <summary>Nothing is left of any deployment: neither what rests nor a memory of it, nor other bounds.</summary>
    public async Task ShouldBeAsync(ScalingSuspension suspension, string because = "")
    {
        var target = await TargetAsync();
        ScalingTags.Suspended(target.SuspendedState).Should().Be(suspension, because);
        (target.MinCapacity, target.MaxCapacity).Should().Be((MinCapacity, MaxCapacity), because);
        (await TagsAsync()).Should().BeEmpty(because);
    }

    public async Task<int> DesiredCountAsync()
    {
        var service = ServiceReference.Parse(Bench.Service.Reference);
        return (await Bench.Ecs.DescribeServicesAsync(new() { Cluster = service.Cluster, Services = [service.Name] }, Token)).Services[0].DesiredCount ?? 0;
    }

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
