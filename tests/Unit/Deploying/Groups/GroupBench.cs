using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using Action = Amazon.ElasticLoadBalancingV2.Model.Action;
using LoadBalancer = Amazon.ECS.Model.LoadBalancer;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.Groups;

/// <summary>Several services of one cluster in virtual time, all with version 1, and one deployer. The seed's is CodeDeploy's; the others are made as they are asked for.</summary>
internal sealed class GroupBench : IAsyncDisposable
{
    private readonly SeedEnvironment _seed;
    private readonly DeployerProcess _process;
    private readonly Dictionary<string, string> _listeners = new(StringComparer.Ordinal);
    private readonly List<TrafficFlow> _traffic = [];

    private GroupBench(AwsSimulator simulator, SeedEnvironment seed)
    {
        (Simulator, _seed) = (simulator, seed);
        _process = new(simulator, seed.Region, retries: true);
        _listeners["web/labo-terraform-admin"] = seed.ProductionListenerArn;
    }

    public AwsSimulator Simulator { get; }

    public SimulatorClock Clock => Simulator.Clock;

    public IDeployer Deployer => _process.Deployer;

    public IAmazonECS Ecs => _process.Ecs;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="external">Names of services with the EXTERNAL controller.</param>
    public static async Task<GroupBench> CreateAsync(params string[] external)
    {
        var simulator = new AwsSimulator();
        var bench = new GroupBench(simulator, await SeedEnvironment.CreateAsync(simulator, new() { ReadyWait = TimeSpan.FromMinutes(60), TerminationWait = TimeSpan.FromMinutes(2) }, Token));
        foreach (var name in external)
        {
            await bench.AddExternalAsync(name);
        }

        bench.StartTraffic();
        return bench;
    }

    /// <summary>The same with one service for each engine: CodeDeploy's <c>labo-terraform-admin</c>, ECS's own <c>native</c>, and <c>a</c> with the EXTERNAL controller.</summary>
    public static async Task<GroupBench> CreateMixedAsync()
    {
        var bench = await CreateAsync();
        await bench.AddExternalAsync("a");
        await bench.AddNativeAsync("native");
        bench.StartTraffic();
        return bench;
    }

    public static DeploymentBuilder Deploy(string name, string tag = "v2") => Deployment
        .For($"web/{name}")
        .WithTaskDef(running => running.WithContainer("labo-terraform-admin", container => container.WithImage(TestBench.Image + tag)))
        .Shift(TrafficShift.Canary10Percent5Minutes);

    /// <summary>A member whose version 2 never gets healthy.</summary>
    public DeploymentBuilder DeployBroken(string name)
    {
        Simulator.Images[$"{TestBench.Image}broken"] = new ImageBehavior { Respond = _ => new SimulatedResponse(500, "broken") };
        return Deploy(name, "broken");
    }

    public static JointDeployment Group(params IEnumerable<string> names) => Deployment.Group(names.Select(name => Deploy(name).Bake(TimeSpan.FromMinutes(5)).Build()));

    public async Task<(JointDeploymentResult Result, IReadOnlyList<JointDeploymentEvent> Events)> RunAsync(
        JointDeployment deployment, System.Action<JointDeploymentEvent>? happened = null, CancellationToken? cancellationToken = null)
    {
        var recorder = new Recorder(happened);
        var result = await Clock.DriveAsync(Deployer.DeployTogetherAsync(deployment, recorder, cancellationToken ?? Token));
        return (result, recorder.Events);
    }

    public void SetAlarm(string name, string state) => Simulator.SetAlarmState(name, state, region: _seed.Region);

    /// <summary>The only version that answers production requests of a service.</summary>
    public string VersionOf(string name) =>
        Enumerable.Range(0, 20).Select(_ => Simulator.SendRequest(_listeners[$"web/{name}"])).Select(answer => answer.StatusCode == 200 ? answer.Version! : "failed").Distinct(StringComparer.Ordinal)
            .Should().ContainSingle($"one healthy version of {name} has all production traffic").Which;

    /// <summary>What must hold at the end: one healthy version each, and no production request has failed on the way.</summary>
    public void EndedAs(string version, params IEnumerable<string> names)
    {
        Clock.Advance(TimeSpan.FromMinutes(10));
        names.Should().AllSatisfy(name => VersionOf(name).Should().Be(version, $"of {name}"));
        _traffic.Sum(flow => flow.Counts.Failed).Should().Be(0, "no production request fails");
    }

    public async ValueTask DisposeAsync()
    {
        _traffic.ForEach(flow => flow.Dispose());
        await _process.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    private void StartTraffic()
    {
        _traffic.ForEach(flow => flow.Dispose());
        _traffic.Clear();
        _traffic.AddRange(_listeners.Values.Select(listener => Simulator.Traffic.Start(listener, perSecond: 1)));
    }

    private async Task AddExternalAsync(string name)
    {
        var (groups, _, _) = await AddBalancerAsync(name);
        await Ecs.CreateServiceAsync(new() { Cluster = "web", ServiceName = name, DesiredCount = 2, DeploymentController = new() { Type = DeploymentControllerType.EXTERNAL } }, Token);
        var created = await Ecs.CreateTaskSetAsync(
            new()
            {
                Cluster = "web",
                Service = name,
                TaskDefinition = _seed.TaskDefinitionArn,
                LaunchType = LaunchType.FARGATE,
                LoadBalancers = [new() { TargetGroupArn = groups[0], ContainerName = "labo-terraform-admin", ContainerPort = _seed.ContainerPort }],
                NetworkConfiguration = Network(),
                Scale = new() { Unit = ScaleUnit.PERCENT, Value = 100 },
            },
            Token);
        await Ecs.UpdateServicePrimaryTaskSetAsync(new() { Cluster = "web", Service = name, PrimaryTaskSet = created.TaskSet.Id }, Token);
        Clock.Advance(TimeSpan.FromMinutes(5));
    }

    private async Task AddNativeAsync(string name)
    {
        var (groups, production, test) = await AddBalancerAsync(name);
        await Ecs.CreateServiceAsync(
            new()
            {
                Cluster = "web",
                ServiceName = name,
                DesiredCount = 2,
                TaskDefinition = _seed.TaskDefinitionArn,
                LaunchType = LaunchType.FARGATE,
                NetworkConfiguration = Network(),
                DeploymentController = new() { Type = DeploymentControllerType.ECS },
                DeploymentConfiguration = new() { Strategy = DeploymentStrategy.BLUE_GREEN, BakeTimeInMinutes = 2, DeploymentCircuitBreaker = new() { Enable = true, Rollback = true } },
                LoadBalancers =
                [
                    new LoadBalancer
                    {
                        TargetGroupArn = groups[0],
                        ContainerName = "labo-terraform-admin",
                        ContainerPort = _seed.ContainerPort,
                        AdvancedConfiguration = new()
                        {
                            AlternateTargetGroupArn = groups[1],
                            ProductionListenerRule = await RuleOfAsync(production),
                            TestListenerRule = await RuleOfAsync(test),
                            RoleArn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole",
                        },
                    },
                ],
            },
            Token);
        Clock.Advance(TimeSpan.FromMinutes(10));
    }

    private async Task<(string[] Groups, string Production, string Test)> AddBalancerAsync(string name)
    {
        var balancer = (await _process.Balancing.CreateLoadBalancerAsync(new() { Name = name, Subnets = ["subnet-1", "subnet-2"], SecurityGroups = ["sg-1"] }, Token)).LoadBalancers[0].LoadBalancerArn;
        string[] groups = [await AddTargetGroupAsync($"{name}-1"), await AddTargetGroupAsync($"{name}-2")];
        var production = await AddListenerAsync(balancer, 80, (groups[0], 100), (groups[1], 0));
        var test = await AddListenerAsync(balancer, 8080, (groups[1], 1));
        _listeners[$"web/{name}"] = production;
        return (groups, production, test);
    }

    private async Task<string> AddTargetGroupAsync(string name)
    {
        var arn = (await _process.Balancing.CreateTargetGroupAsync(
            new() { Name = name, Protocol = ProtocolEnum.HTTP, Port = _seed.ContainerPort, VpcId = "vpc-1", TargetType = TargetTypeEnum.Ip }, Token)).TargetGroups[0].TargetGroupArn;
        await _process.Balancing.ModifyTargetGroupAttributesAsync(new() { TargetGroupArn = arn, Attributes = [new() { Key = "deregistration_delay.timeout_seconds", Value = "10" }] }, Token);
        return arn;
    }

    private async Task<string> AddListenerAsync(string balancer, int port, params IEnumerable<(string Arn, int Weight)> groups)
    {
        var action = new Action { Type = ActionTypeEnum.Forward, ForwardConfig = new() { TargetGroups = [.. groups.Select(group => new TargetGroupTuple { TargetGroupArn = group.Arn, Weight = group.Weight })] } };
        return (await _process.Balancing.CreateListenerAsync(new() { LoadBalancerArn = balancer, Protocol = ProtocolEnum.HTTP, Port = port, DefaultActions = [action] }, Token)).Listeners[0].ListenerArn;
    }

    private async Task<string> RuleOfAsync(string listener) => (await _process.Balancing.DescribeRulesAsync(new() { ListenerArn = listener }, Token)).Rules[0].RuleArn;

    private static NetworkConfiguration Network() => new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"], SecurityGroups = ["sg-1"], AssignPublicIp = AssignPublicIp.ENABLED } };

    private sealed class Recorder(System.Action<JointDeploymentEvent>? happened) : IProgress<JointDeploymentEvent>
    {
        public List<JointDeploymentEvent> Events { get; } = [];

        public void Report(JointDeploymentEvent value)
        {
            Events.Add(value);
            happened?.Invoke(value);
        }
    }
}
