using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using Action = Amazon.ElasticLoadBalancingV2.Model.Action;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>A service with the EXTERNAL controller: version 1 serves behind a rule with two target groups; a test listener sends to the idle one.</summary>
internal sealed class ExternalService(SeedEnvironment seed) : IServiceUnderTest
{
    private int _createdBefore;

    public string Region => seed.Region;

    public string Reference => "web/shop";

    public string Family => seed.Family;

    public string ProductionListenerArn { get; private set; } = string.Empty;

    /// <summary>Empty where the service has none.</summary>
    public string TestListenerArn { get; private set; } = string.Empty;

    /// <summary>The rule with production traffic, where it is not the default one.</summary>
    public string? Rule { get; private set; }

    public string LoadBalancerArn { get; private set; } = string.Empty;

    public string Blue { get; private set; } = string.Empty;

    public string Green { get; private set; } = string.Empty;

    public string Image => seed.ImageV1[..^2];

    public string StartCall => "ecs:CreateTaskSet";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<EngineBench> CreateAsync(bool hasTestListener = true, bool hasRule = false, int desiredCount = 2)
    {
        var simulator = new AwsSimulator();
        var service = new ExternalService(await SeedEnvironment.CreateAsync(simulator, cancellationToken: Token));
        var bench = new EngineBench(simulator, service);
        await service.BuildAsync(bench, hasTestListener, hasRule, desiredCount);
        return bench;
    }

    public DeploymentBuilder Deploy(string tag = "v2") => Deployment
        .For(Reference)
        .WithTaskDef(running => running.WithContainer("labo-terraform-admin", container => container.WithImage(Image + tag)))
        .Shift(TrafficShift.Canary10Percent5Minutes);

    // Task sets that are gone are known only to the history.
    public Task<int> CountAsync(EngineBench bench) => Task.FromResult(Created(bench).Count() - _createdBefore);

    public async Task<IReadOnlyList<string>> LeftOversAsync(EngineBench bench) =>
        [.. (await SetsAsync(bench)).Where(set => set.Status != "PRIMARY").Select(set => $"{set.TaskSetArn} is {set.Status}")];

    public Task<IReadOnlySet<string>> DeployedRevisionsAsync(EngineBench bench)
    {
        var prefix = seed.TaskDefinitionArn[..(seed.TaskDefinitionArn.LastIndexOf('/') + 1)];
        return Task.FromResult<IReadOnlySet<string>>(Created(bench).Select(revision => prefix + revision).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The service's task sets; none when it is gone.</summary>
    public static async Task<IReadOnlyList<TaskSet>> SetsAsync(EngineBench bench)
    {
        try
        {
            return (await bench.Ecs.DescribeTaskSetsAsync(new() { Cluster = "web", Service = "shop", Include = ["TAGS"] }, Token)).TaskSets ?? [];
        }
        catch (ServiceNotActiveException)
        {
            return [];
        }
    }

    /// <summary>The weights of the production rule.</summary>
    public async Task<(int Blue, int Green)> WeightsAsync(EngineBench bench)
    {
        var actions = Rule is null
            ? (await bench.Balancing.DescribeListenersAsync(new() { ListenerArns = [ProductionListenerArn] }, Token)).Listeners[0].DefaultActions
            : (await bench.Balancing.DescribeRulesAsync(new() { RuleArns = [Rule] }, Token)).Rules[0].Actions;
        var groups = actions[^1].ForwardConfig.TargetGroups;
        return (groups.Find(group => group.TargetGroupArn == Blue)?.Weight ?? 0, groups.Find(group => group.TargetGroupArn == Green)?.Weight ?? 0);
    }

    // ECS has no call for it: the weights are set back, and the task set is deleted.
    public async Task StopByHandAsync(EngineBench bench)
    {
        await SetWeightsAsync(bench, 100, 0);
        var green = (await SetsAsync(bench)).Single(set => set.Status == "ACTIVE");
        await bench.Ecs.DeleteTaskSetAsync(new() { Cluster = "web", Service = "shop", TaskSet = green.Id, Force = true }, Token);
    }

    public Task<DeploymentBuilder> WithHookAsync(EngineBench bench, DeploymentBuilder deployment, string function) => Task.FromResult(
        deployment.WithAppSpec(new AppSpec { ContainerName = "labo-terraform-admin", ContainerPort = seed.ContainerPort, Hooks = [new(HookEvent.AfterAllowTestTraffic, function)] }));

    /// <summary>Somebody else changes the weights.</summary>
    public Task SetWeightsAsync(EngineBench bench, int first, int second) =>
        Rule is null
            ? bench.Balancing.ModifyListenerAsync(new() { ListenerArn = ProductionListenerArn, DefaultActions = [Forward((Blue, first), (Green, second))] }, Token)
            : bench.Balancing.ModifyRuleAsync(new() { RuleArn = Rule, Actions = [Forward((Blue, first), (Green, second))] }, Token);

    // As family:revision, in their order.
    private static IEnumerable<string> Created(EngineBench bench) =>
        bench.Simulator.History.Where(one => one is { Kind: "task-set" } && one.Message.StartsWith("created with ", StringComparison.Ordinal)).Select(one => one.Message["created with ".Length..]);

    private static Action Forward(params IEnumerable<(string Arn, int Weight)> groups) => new()
    {
        Type = ActionTypeEnum.Forward,
        ForwardConfig = new() { TargetGroups = [.. groups.Select(group => new TargetGroupTuple { TargetGroupArn = group.Arn, Weight = group.Weight })] },
    };

    private async Task BuildAsync(EngineBench bench, bool hasTestListener, bool hasRule, int desiredCount)
    {
        // In the network of the seed's service.
        var neighbour = (await bench.Ecs.DescribeServicesAsync(new() { Cluster = seed.ClusterName, Services = [seed.ServiceName] }, Token)).Services[0];
        var network = neighbour.TaskSets[0].NetworkConfiguration;
        var balancer = await bench.Balancing.CreateLoadBalancerAsync(new() { Name = "shop", Subnets = network.AwsvpcConfiguration.Subnets, SecurityGroups = network.AwsvpcConfiguration.SecurityGroups }, Token);
        LoadBalancerArn = balancer.LoadBalancers[0].LoadBalancerArn;
        var vpc = balancer.LoadBalancers[0].VpcId;
        (Blue, Green) = (await CreateGroupAsync(bench, "shop-1", vpc), await CreateGroupAsync(bench, "shop-2", vpc));
        var pair = Forward((Blue, 100), (Green, 0));
        ProductionListenerArn = await CreateListenerAsync(bench, 80, hasRule ? new() { Type = ActionTypeEnum.FixedResponse, FixedResponseConfig = new() { StatusCode = "404" } } : pair);
        TestListenerArn = hasTestListener ? await CreateListenerAsync(bench, 8080, Forward((Green, 1))) : string.Empty;
        if (hasRule)
        {
            var rule = await bench.Balancing.CreateRuleAsync(
                new() { ListenerArn = ProductionListenerArn, Priority = 10, Conditions = [new() { Field = "path-pattern", Values = ["/*"] }], Actions = [pair] }, Token);
            Rule = rule.Rules[0].RuleArn;
        }

        await bench.Ecs.CreateServiceAsync(new() { Cluster = "web", ServiceName = "shop", DesiredCount = desiredCount, DeploymentController = new() { Type = DeploymentControllerType.EXTERNAL } }, Token);
        var created = await bench.Ecs.CreateTaskSetAsync(
            new()
            {
                Cluster = "web",
                Service = "shop",
                TaskDefinition = seed.TaskDefinitionArn,
                LaunchType = LaunchType.FARGATE,
                LoadBalancers = [new() { TargetGroupArn = Blue, ContainerName = "labo-terraform-admin", ContainerPort = seed.ContainerPort }],
                NetworkConfiguration = network,
                Scale = new() { Unit = ScaleUnit.PERCENT, Value = 100 },
            },
            Token);
        await bench.Ecs.UpdateServicePrimaryTaskSetAsync(new() { Cluster = "web", Service = "shop", PrimaryTaskSet = created.TaskSet.Id }, Token);
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        _createdBefore = Created(bench).Count();
    }

    private async Task<string> CreateGroupAsync(EngineBench bench, string name, string vpc)
    {
        var group = await bench.Balancing.CreateTargetGroupAsync(
            new() { Name = name, Protocol = ProtocolEnum.HTTP, Port = seed.ContainerPort, VpcId = vpc, TargetType = TargetTypeEnum.Ip }, Token);
        return group.TargetGroups[0].TargetGroupArn;
    }

    private async Task<string> CreateListenerAsync(EngineBench bench, int port, Action action)
    {
        var listener = await bench.Balancing.CreateListenerAsync(new() { LoadBalancerArn = LoadBalancerArn, Protocol = ProtocolEnum.HTTP, Port = port, DefaultActions = [action] }, Token);
        return listener.Listeners[0].ListenerArn;
    }
}
