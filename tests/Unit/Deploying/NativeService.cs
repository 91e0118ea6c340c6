using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>The seed's service, handed over from CodeDeploy to ECS as AWS's guide has it: both listeners forward to both target groups, and ECS moves their weights.</summary>
internal sealed class NativeService(SeedEnvironment seed) : SeedService(seed), IServiceUnderTest
{
    public const string Alarm = "5xx-high";

    public string StartCall => "ecs:UpdateService";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A bench whose service bakes for two minutes and gives up versions that do not start, unless told otherwise.</summary>
    public static async Task<EngineBench> CreateAsync(Action<DeploymentConfiguration>? configure = null, bool hasTestListener = true, int desiredCount = 2)
    {
        var simulator = new AwsSimulator();
        var service = new NativeService(await SeedEnvironment.CreateAsync(simulator, new() { DesiredCount = desiredCount, TestPort = hasTestListener ? 8081 : null }, Token));
        var bench = new EngineBench(simulator, service);
        simulator.SetAlarmState(Alarm, "OK", region: service.Region);
        await service.HandOverAsync(bench, configure);
        return bench;
    }

    public DeploymentBuilder Deploy(string tag = "v2") => Deployment
        .For(Reference)
        .WithTaskDef("Fixtures/seed/taskdef.json")
        .WithImage("IMAGE1_NAME", Image + tag)
        .Shift(TrafficShift.Canary10Percent5Minutes);

    /// <summary>The service as ECS has it.</summary>
    public async Task<Service> DescribeAsync(EngineBench bench) =>
        (await bench.Ecs.DescribeServicesAsync(new() { Cluster = Seed.ClusterName, Services = [Seed.ServiceName] }, Token)).Services[0];

    /// <summary>Deploys past the library, as somebody else would.</summary>
    public async Task UpdateAsync(EngineBench bench, Action<UpdateServiceRequest> change)
    {
        var request = new UpdateServiceRequest { Cluster = Seed.ClusterName, Service = Seed.ServiceName };
        change(request);
        await bench.Ecs.UpdateServiceAsync(request, Token);
    }

    /// <summary>The service's deployments that have not ended, newest first.</summary>
    public async Task<IReadOnlyList<ServiceDeploymentBrief>> ListOpenAsync(EngineBench bench) =>
        (await bench.Ecs.ListServiceDeploymentsAsync(new() { Cluster = Seed.ClusterName, Service = Seed.ServiceName, Status = ["PENDING", "IN_PROGRESS", "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS"] }, Token)).ServiceDeployments ?? [];

    /// <summary>How many service deployments there have been, the one of the hand-over not counted.</summary>
    public async Task<int> CountAsync(EngineBench bench) =>
        (await bench.Ecs.ListServiceDeploymentsAsync(new() { Cluster = Seed.ClusterName, Service = Seed.ServiceName, MaxResults = 100 }, Token)).ServiceDeployments.Count - 1;

    public async Task<IReadOnlyList<string>> LeftOversAsync(EngineBench bench) =>
        [.. (await ListOpenAsync(bench)).Select(open => $"{open.ServiceDeploymentArn} is {open.Status}"), .. (await DescribeAsync(bench)).Deployments.Skip(1).Select(old => $"{old.TaskDefinition} is {old.Status}")];

    public async Task<IReadOnlySet<string>> DeployedRevisionsAsync(EngineBench bench)
    {
        var listed = await bench.Ecs.ListServiceDeploymentsAsync(new() { Cluster = Seed.ClusterName, Service = Seed.ServiceName, MaxResults = 100 }, Token);
        var revisions = await bench.Ecs.DescribeServiceRevisionsAsync(new() { ServiceRevisionArns = [.. listed.ServiceDeployments.Select(one => one.TargetServiceRevisionArn).Distinct(StringComparer.Ordinal)] }, Token);
        return revisions.ServiceRevisions.Select(revision => revision.TaskDefinition).Append(Seed.TaskDefinitionArn).ToHashSet(StringComparer.Ordinal);
    }

    public async Task SetRuleAsync(EngineBench bench, params (int Group, int Weight)[] weights) => await bench.Balancing.ModifyListenerAsync(
        new() { ListenerArn = Seed.ProductionListenerArn, DefaultActions = [Forward(weights)] }, Token);

    public Task SetWeightsAsync(EngineBench bench, int first, int second) => SetRuleAsync(bench, (0, first), (1, second));

    public async Task StopByHandAsync(EngineBench bench) =>
        await bench.Ecs.StopServiceDeploymentAsync(new() { ServiceDeploymentArn = (await ListOpenAsync(bench))[0].ServiceDeploymentArn, StopType = StopServiceDeploymentStopType.ROLLBACK }, Token);

    public async Task<DeploymentBuilder> WithHookAsync(EngineBench bench, DeploymentBuilder deployment, string function)
    {
        var configuration = (await DescribeAsync(bench)).DeploymentConfiguration;
        configuration.LifecycleHooks =
        [
            new()
            {
                HookTargetArn = $"arn:aws:lambda:{Region}:123456789012:function:{function}",
                RoleArn = "arn:aws:iam::123456789012:role/ecsHookRole",
                LifecycleStages = ["POST_TEST_TRAFFIC_SHIFT"],
                TimeoutConfiguration = new() { TimeoutInMinutes = 60, Action = DeploymentLifecycleHookAction.ROLLBACK },
            },
        ];
        await UpdateAsync(bench, request => request.DeploymentConfiguration = configuration);
        return deployment;
    }

    private async Task HandOverAsync(EngineBench bench, Action<DeploymentConfiguration>? configure)
    {
        foreach (var listener in new[] { Seed.ProductionListenerArn, Seed.TestListenerArn }.OfType<string>())
        {
            await bench.Balancing.ModifyListenerAsync(new() { ListenerArn = listener, DefaultActions = [Forward((0, 1), (1, 0))] }, Token);
        }

        foreach (var group in Seed.TargetGroupArns)
        {
            await bench.Balancing.ModifyTargetGroupAttributesAsync(new() { TargetGroupArn = group, Attributes = [new() { Key = "deregistration_delay.timeout_seconds", Value = "10" }] }, Token);
        }

        const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
        await bench.Process.Iam.CreateRoleAsync(new() { RoleName = "ecsInfrastructureRole", AssumeRolePolicyDocument = Trust }, Token);
        await bench.Process.Iam.AttachRolePolicyAsync(new() { RoleName = "ecsInfrastructureRole", PolicyArn = "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers" }, Token);
        var configuration = new DeploymentConfiguration
        {
            Strategy = DeploymentStrategy.BLUE_GREEN,
            BakeTimeInMinutes = 2,
            DeploymentCircuitBreaker = new() { Enable = true, Rollback = true },
        };
        configure?.Invoke(configuration);
        var production = await RuleOfAsync(bench, Seed.ProductionListenerArn);
        var test = Seed.TestListenerArn is { } arn ? await RuleOfAsync(bench, arn) : null;
        await UpdateAsync(bench, request =>
        {
            request.DeploymentController = new() { Type = DeploymentControllerType.ECS };
            request.DeploymentConfiguration = configuration;
            request.LoadBalancers = [Balancer(production, test)];
        });
        while ((await ListOpenAsync(bench)).Count > 0)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(30));
        }
    }

    private Amazon.ECS.Model.LoadBalancer Balancer(string production, string? test) => new()
    {
        TargetGroupArn = Seed.TargetGroupArns[0],
        ContainerName = Seed.ServiceName,
        ContainerPort = Seed.ContainerPort,
        AdvancedConfiguration = new()
        {
            AlternateTargetGroupArn = Seed.TargetGroupArns[1],
            ProductionListenerRule = production,
            TestListenerRule = test,
            RoleArn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole",
        },
    };

    private static async Task<string> RuleOfAsync(EngineBench bench, string listener) =>
        (await bench.Balancing.DescribeRulesAsync(new() { ListenerArn = listener }, Token)).Rules[0].RuleArn;

    private Amazon.ElasticLoadBalancingV2.Model.Action Forward(params (int Group, int Weight)[] weights) => new()
    {
        Type = ActionTypeEnum.Forward,
        ForwardConfig = new() { TargetGroups = [.. weights.Select(one => new TargetGroupTuple { TargetGroupArn = Seed.TargetGroupArns[one.Group], Weight = one.Weight })] },
    };
}
