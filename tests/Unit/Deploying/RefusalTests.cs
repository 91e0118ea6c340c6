using Amazon.ECS;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>What is refused before anything is registered.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task Deploy_UnknownService_SaysSo()
    {
        await using var bench = await TestBench.CreateAsync();

        await Refused<ServiceNotFoundException>(bench, Deployment.For("web/nobody").WithTaskDef("Fixtures/seed/taskdef.json").WithImage("IMAGE1_NAME", "x:1"), "web/nobody");
        await Refused<ServiceNotFoundException>(bench, Deployment.For("nowhere/nobody").WithTaskDef("Fixtures/seed/taskdef.json").WithImage("IMAGE1_NAME", "x:1"), "cluster");
    }

    [Fact]
    public async Task Deploy_UnknownDeploymentGroup_NamesWhatWasLookedFor()
    {
        await using var bench = await TestBench.CreateAsync();

        await Refused<DeploymentGroupNotFoundException>(bench, TestBench.Deploy().WithCodeDeploy("nothing", "here"), "nothing/here");
    }

    [Fact]
    public async Task Deploy_ServiceThatEcsDeploysTaskByTask_IsAnErrorOfThePlan()
    {
        await using var bench = await TestBench.CreateAsync();
        await CreateServiceAsync(bench, "rolling", DeploymentControllerType.ECS);

        await Refused<PreflightException>(bench, ForService("rolling"), "BG210");
    }

    [Fact]
    public async Task Deploy_GroupOfAnotherService_NamesBoth()
    {
        await using var bench = await TestBench.CreateAsync();
        await CreateServiceAsync(bench, "other", DeploymentControllerType.CODE_DEPLOY);

        await Refused<DeploymentGroupMismatchException>(
            bench,
            ForService("other").WithCodeDeploy(bench.Environment.ApplicationName, bench.Environment.DeploymentGroupName),
            "deploys web/labo-terraform-admin, not web/other");
    }

    [Fact]
    public async Task Deploy_RunningDeployment_IsNamed()
    {
        await using var bench = await TestBench.CreateAsync();
        await using var first = await bench.Deployer.StartAsync(TestBench.Deploy().Build(), TestContext.Current.CancellationToken);

        await Refused<DeploymentInProgressException>(bench, TestBench.Deploy("v3"), first.ResumeToken.DeploymentId);

        var plan = await bench.Deployer.PlanAsync(TestBench.Deploy().Build(), TestContext.Current.CancellationToken);
        plan.Findings.Should().ContainSingle().Which.Code.Should().Be("BG404");
    }

    [Fact]
    public async Task Deploy_GateWhereTheGroupDoesNotWait_IsAnErrorOfThePlan()
    {
        await using var bench = await TestBench.CreateAsync();

        await Refused<PreflightException>(bench, TestBench.Deploy().Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.Continue)), "BG403");
    }

    [Fact]
    public async Task Deploy_GateWhereCodeDeployCannotHold_IsAnErrorOfThePlan()
    {
        await using var bench = await TestBench.CreateAsync(new SeedEnvironmentOptions { ReadyWait = TimeSpan.FromMinutes(5) });

        await Refused<PreflightException>(bench, TestBench.Deploy().Gate(Stage.Install, (_, _) => Task.FromResult(GateVerdict.Continue)), "BG402");
    }

    [Fact]
    public async Task Deploy_ShiftThatCodeDeployCannotDo_IsAnErrorOfThePlan()
    {
        await using var bench = await TestBench.CreateAsync();

        await Refused<PreflightException>(bench, TestBench.Deploy().Shift(TrafficShift.Canary(0.5, TimeSpan.FromMinutes(1))), "BG405");
        await Refused<PreflightException>(bench, TestBench.Deploy().Shift(TrafficShift.Linear(10, TimeSpan.FromSeconds(30))), "BG405");
    }

    [Fact]
    public async Task Deploy_ListenerForwardsElsewhere_IsAnErrorOfThePlan()
    {
        await using var bench = await TestBench.CreateAsync();
        await bench.Balancing.ModifyListenerAsync(
            new()
            {
                ListenerArn = bench.Environment.ProductionListenerArn,
                DefaultActions = [new() { Type = Amazon.ElasticLoadBalancingV2.ActionTypeEnum.FixedResponse, FixedResponseConfig = new() { StatusCode = "404" } }],
            },
            TestContext.Current.CancellationToken);

        await Refused<PreflightException>(bench, TestBench.Deploy(), "BG301");
    }

    [Fact]
    public async Task Deploy_MemberThatCannotBeSent_IsAnErrorOfThePlan()
    {
        await using var bench = await TestBench.CreateAsync();
        var definition = new TaskDefinition
        {
            Family = "ecs-admin-test",
            ContainerDefinitions = [new() { Name = "labo-terraform-admin", Image = "x:1", Memory = 512, PortMappings = [new() { ContainerPort = 5000 }] }],
            Additional = [new("somethingNew", "{\"a\":1}")],
        };

        await Refused<PreflightException>(bench, TestBench.Deploy().WithTaskDef(definition), "BG102");
    }

    [Fact]
    public async Task Deploy_ChangeThatEcsWouldRefuse_IsAnErrorOfThePlan()
    {
        await using var bench = await TestBench.CreateAsync();

        await Refused<PreflightException>(
            bench,
            Deployment.For(TestBench.Service).WithTaskDef(running => running with { Cpu = "300" }),
            "BG117 error task definition cpu: The task's cpu is 300; Fargate has 256, 512");
    }

    [Fact]
    public async Task Deploy_AppSpecFileThatDoesNotFitTheRunningDefinition_IsAnErrorWithItsPlace()
    {
        await using var bench = await TestBench.CreateAsync();
        using var folder = new TempFolder();
        var path = folder.Write("appspec.yaml", (await File.ReadAllTextAsync(Seed.AppSpec, TestContext.Current.CancellationToken)).Replace("5000", "5001", StringComparison.Ordinal));

        await Refused<PreflightException>(
            bench,
            Deployment.For(TestBench.Service).WithTaskDef(running => running).WithAppSpec(path),
            "BG201 error appspec.yaml:9:28 Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort: The port 5001 is not mapped by container \"labo-terraform-admin\", which maps 5000.");
    }

    [Fact]
    public async Task Deploy_RuleOfTheHost_IsHeardToo()
    {
        await using var bench = await TestBench.CreateAsync(rules: new NoTokyoRule());

        await Refused<PreflightException>(bench, TestBench.Deploy(), "X1 error taskdef.json:19:29 containerDefinitions[0].logConfiguration.options.awslogs-region: Not in Tokyo.");
    }

    private sealed class NoTokyoRule : IDocumentRule
    {
        public IEnumerable<Finding> Check(DocumentSet documents) =>
            [documents.TaskDefinition!.Finding("X1", FindingSeverity.Error, "containerDefinitions[0].logConfiguration.options.awslogs-region", "Not in Tokyo.", "Move.")];
    }

    private static DeploymentBuilder ForService(string name) =>
        Deployment.For($"web/{name}").WithTaskDef("Fixtures/seed/taskdef.json").WithImage("IMAGE1_NAME", TestBench.Image + "v2");

    private static async Task CreateServiceAsync(TestBench bench, string name, DeploymentControllerType controller) => await bench.Ecs.CreateServiceAsync(
        new()
        {
            Cluster = bench.Environment.ClusterName,
            ServiceName = name,
            TaskDefinition = bench.Environment.TaskDefinitionArn,
            DesiredCount = 1,
            LaunchType = LaunchType.FARGATE,
            DeploymentController = new() { Type = controller },
            NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"] } },
            LoadBalancers = [new() { TargetGroupArn = bench.Environment.TargetGroupArns[1], ContainerName = "labo-terraform-admin", ContainerPort = 5000 }],
        },
        TestContext.Current.CancellationToken);

    private static async Task Refused<TException>(TestBench bench, DeploymentBuilder builder, string named)
        where TException : BlueGreenException
    {
        var revisions = await bench.CountRevisionsAsync();

        var deploying = () => bench.Deployer.DeployAsync(builder.Build(), cancellationToken: TestContext.Current.CancellationToken);

        (await deploying.Should().ThrowAsync<TException>()).Which.Message.Should().Contain(named);
        (await bench.CountRevisionsAsync()).Should().Be(revisions, "nothing is registered before the plan has passed");
    }
}
