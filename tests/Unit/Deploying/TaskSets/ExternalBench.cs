using Amazon.CloudWatch;
using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Action = Amazon.ElasticLoadBalancingV2.Model.Action;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.TaskSets;

/// <summary>A service with the EXTERNAL controller in virtual time: version 1 serves behind a rule with two target groups; a test listener sends to the idle one.</summary>
internal sealed class ExternalBench : IAsyncDisposable
{
    public const string Service = "web/shop";

    private readonly SeedEnvironment _seed;
    private readonly List<ServiceProvider> _providers = [];

    private ExternalBench(AwsSimulator simulator, SeedEnvironment seed)
    {
        (Simulator, _seed) = (simulator, seed);
        var credentials = new BasicAWSCredentials("test", "test");
        Ecs = new AmazonECSClient(credentials, simulator.Connect(new AmazonECSConfig { MaxErrorRetry = 0 }, seed.Region));
        Balancing = new AmazonElasticLoadBalancingV2Client(credentials, simulator.Connect(new AmazonElasticLoadBalancingV2Config { MaxErrorRetry = 0 }, seed.Region));
        CloudWatch = new AmazonCloudWatchClient(credentials, simulator.Connect(new AmazonCloudWatchConfig { MaxErrorRetry = 0 }, seed.Region));
        Deployer = CreateDeployer();
    }

    public AwsSimulator Simulator { get; }

    public string Region => _seed.Region;

    public IAmazonECS Ecs { get; }

    public IAmazonElasticLoadBalancingV2 Balancing { get; }

    public IAmazonCloudWatch CloudWatch { get; }

    public IDeployer Deployer { get; private set; }

    public SimulatorClock Clock => Simulator.Clock;

    public string ImageV2 => _seed.ImageV2;

    public string LoadBalancerArn { get; private set; } = string.Empty;

    public string Blue { get; private set; } = string.Empty;

    public string Green { get; private set; } = string.Empty;

    public string Listener { get; private set; } = string.Empty;

    public string? TestListener { get; private set; }

    /// <summary>The rule with production traffic, where it is not the default one.</summary>
    public string? Rule { get; private set; }

    /// <summary>Requests to the production listener, from the moment at which version 1 serves.</summary>
    public TrafficFlow Traffic { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ExternalBench> CreateAsync(bool hasTestListener = true, bool hasRule = false, int desiredCount = 2)
    {
        var simulator = new AwsSimulator();
        var bench = new ExternalBench(simulator, await SeedEnvironment.CreateAsync(simulator, cancellationToken: Token));
        await bench.BuildAsync(hasTestListener, hasRule, desiredCount);
        return bench;
    }

    public static DeploymentBuilder Deploy() => Deployment
        .For(Service)
        .WithTaskDef(running => running.WithContainer("labo-terraform-admin", container => container.WithImage(TestBench.Image + "v2")))
        .Shift(TrafficShift.Canary10Percent5Minutes);

    /// <summary>A deployer of its own, as another process would have it.</summary>
    public IDeployer CreateDeployer(TimeSpan? pollInterval = null)
    {
        var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(Simulator.Clock)
            .AddSingleton(Ecs).AddSingleton(Balancing).AddSingleton(CloudWatch).AddSingleton(Substitute.For<IAmazonCodeDeploy>())
            .AddBlueGreenEcs(options => options.PollInterval = pollInterval ?? TimeSpan.FromSeconds(10))
            .BuildServiceProvider();
        _providers.Add(provider);
        return Deployer = provider.GetRequiredService<IDeployer>();
    }

    public async Task<(DeploymentResult Result, IReadOnlyList<DeploymentEvent> Events)> RunAsync(DeploymentBuilder deployment, Action<DeploymentEvent>? happened = null)
    {
        var progress = new EventRecorder(happened);
        var result = await Clock.DriveAsync(Deployer.DeployAsync(deployment.Build(), progress, Token));
        return (result, progress.Events);
    }

    public async Task<IReadOnlyList<TaskSet>> SetsAsync() =>
        (await Ecs.DescribeTaskSetsAsync(new() { Cluster = "web", Service = "shop", Include = ["TAGS"] }, Token)).TaskSets ?? [];

    public async Task<int> CountRevisionsAsync() => (await Ecs.ListTaskDefinitionsAsync(new() { FamilyPrefix = _seed.Family }, Token)).TaskDefinitionArns.Count;

    /// <summary>The weights of the production rule.</summary>
    public async Task<(int Blue, int Green)> WeightsAsync()
    {
        var actions = Rule is null
            ? (await Balancing.DescribeListenersAsync(new() { ListenerArns = [Listener] }, Token)).Listeners[0].DefaultActions
            : (await Balancing.DescribeRulesAsync(new() { RuleArns = [Rule] }, Token)).Rules[0].Actions;
        var groups = actions[^1].ForwardConfig.TargetGroups;
        return (groups.Find(group => group.TargetGroupArn == Blue)?.Weight ?? 0, groups.Find(group => group.TargetGroupArn == Green)?.Weight ?? 0);
    }

    /// <summary>Somebody else changes the weights.</summary>
    public Task SetWeightsAsync(int blue, int green) =>
        Rule is null
            ? Balancing.ModifyListenerAsync(new() { ListenerArn = Listener, DefaultActions = [Forward((Blue, blue), (Green, green))] }, Token)
            : Balancing.ModifyRuleAsync(new() { RuleArn = Rule, Actions = [Forward((Blue, blue), (Green, green))] }, Token);

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

    public async ValueTask DisposeAsync()
    {
        Traffic?.Dispose();
        foreach (var provider in _providers)
        {
            await provider.DisposeAsync();
        }

        Ecs.Dispose();
        Balancing.Dispose();
        CloudWatch.Dispose();
        await Simulator.DisposeAsync();
    }

    private static Action Forward(params IEnumerable<(string Arn, int Weight)> groups) => new()
    {
        Type = ActionTypeEnum.Forward,
        ForwardConfig = new() { TargetGroups = [.. groups.Select(group => new TargetGroupTuple { TargetGroupArn = group.Arn, Weight = group.Weight })] },
    };

    private async Task BuildAsync(bool hasTestListener, bool hasRule, int desiredCount)
    {
        var balancer = await Balancing.CreateLoadBalancerAsync(new() { Name = "shop", Subnets = ["subnet-1", "subnet-2"], SecurityGroups = ["sg-1"] }, Token);
        LoadBalancerArn = balancer.LoadBalancers[0].LoadBalancerArn;
        (Blue, Green) = (await CreateGroupAsync("shop-1"), await CreateGroupAsync("shop-2"));
        var pair = Forward((Blue, 100), (Green, 0));
        Listener = await CreateListenerAsync(80, hasRule ? new() { Type = ActionTypeEnum.FixedResponse, FixedResponseConfig = new() { StatusCode = "404" } } : pair);
        TestListener = hasTestListener ? await CreateListenerAsync(8080, Forward((Green, 1))) : null;
        if (hasRule)
        {
            var rule = await Balancing.CreateRuleAsync(
                new() { ListenerArn = Listener, Priority = 10, Conditions = [new() { Field = "path-pattern", Values = ["/*"] }], Actions = [pair] }, Token);
            Rule = rule.Rules[0].RuleArn;
        }

        await Ecs.CreateServiceAsync(new() { Cluster = "web", ServiceName = "shop", DesiredCount = desiredCount, DeploymentController = new() { Type = DeploymentControllerType.EXTERNAL } }, Token);
        var created = await Ecs.CreateTaskSetAsync(
            new()
            {
                Cluster = "web",
                Service = "shop",
                TaskDefinition = _seed.TaskDefinitionArn,
                LaunchType = LaunchType.FARGATE,
                LoadBalancers = [new() { TargetGroupArn = Blue, ContainerName = "labo-terraform-admin", ContainerPort = _seed.ContainerPort }],
                NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"], SecurityGroups = ["sg-1"], AssignPublicIp = AssignPublicIp.ENABLED } },
                Scale = new() { Unit = ScaleUnit.PERCENT, Value = 100 },
            },
            Token);
        await Ecs.UpdateServicePrimaryTaskSetAsync(new() { Cluster = "web", Service = "shop", PrimaryTaskSet = created.TaskSet.Id }, Token);
        Clock.Advance(TimeSpan.FromMinutes(5));
        Traffic = Simulator.Traffic.Start(Listener, perSecond: 2);
    }

    private async Task<string> CreateGroupAsync(string name)
    {
        var group = await Balancing.CreateTargetGroupAsync(
            new() { Name = name, Protocol = ProtocolEnum.HTTP, Port = _seed.ContainerPort, VpcId = "vpc-1", TargetType = TargetTypeEnum.Ip }, Token);
        return group.TargetGroups[0].TargetGroupArn;
    }

    private async Task<string> CreateListenerAsync(int port, Action action)
    {
        var listener = await Balancing.CreateListenerAsync(new() { LoadBalancerArn = LoadBalancerArn, Protocol = ProtocolEnum.HTTP, Port = port, DefaultActions = [action] }, Token);
        return listener.Listeners[0].ListenerArn;
    }
}
