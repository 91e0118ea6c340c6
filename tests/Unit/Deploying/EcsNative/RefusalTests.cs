using Amazon.ECS;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

/// <summary>What is refused before anything is registered.</summary>
public sealed class RefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deploy_RunningDeployment_IsNamedAndGoesOn()
    {
        await using var bench = await NativeService.CreateAsync();
        await using var first = await bench.Deployer.StartAsync(bench.Service.Deploy().Build(), Token);

        await Refused<DeploymentInProgressException>(bench, bench.Service.Deploy("v3"), first.ResumeToken.DeploymentId);

        (await bench.Deployer.PlanAsync(bench.Service.Deploy().Build(), Token)).Findings.Should().ContainSingle().Which.Code.Should().Be("BG214");
        (await bench.Clock.DriveAsync(first.Completion)).EnsureSucceeded();
    }

    [Fact]
    public async Task Deploy_StrategyRolling_IsAnErrorOfThePlan()
    {
        await using var bench = await NativeService.CreateAsync();
        await ((NativeService)bench.Service).UpdateAsync(bench, request => request.DeploymentConfiguration = new() { Strategy = DeploymentStrategy.ROLLING });

        await Refused<PreflightException>(bench, bench.Service.Deploy(), "BG210");
    }

    [Fact]
    public async Task Deploy_RuleWithoutTheSecondTargetGroup_IsAnErrorOfThePlan()
    {
        await using var bench = await NativeService.CreateAsync();
        await ((NativeService)bench.Service).SetRuleAsync(bench, (1, 1));

        await Refused<PreflightException>(bench, bench.Service.Deploy(), "BG213");
    }

    [Fact]
    public async Task Plan_ProductionTrafficToTheEmptyTargetGroup_IsAnError()
    {
        await using var bench = await NativeService.CreateAsync();
        (await CodesAsync(bench)).Should().BeEmpty("the hand-over has moved the tasks to the second target group");

        await bench.Service.SetWeightsAsync(bench, 100, 0);
        (await CodesAsync(bench)).Should().Equal("BG223");

        await bench.Service.SetWeightsAsync(bench, 0, 100);
        (await bench.RunAsync(bench.Service.Deploy())).Result.EnsureSucceeded();
        (await CodesAsync(bench)).Should().BeEmpty();
        await bench.Service.SetWeightsAsync(bench, 0, 100);
        (await CodesAsync(bench)).Should().Equal("BG223");
    }

    [Fact]
    public async Task Plan_AlarmsThatAreRedMissingOrNotToBeLookedAt_AreWarnings()
    {
        await using var bench = await NativeService.CreateAsync(configuration => configuration.Alarms = new() { AlarmNames = [NativeService.Alarm], Enable = true, Rollback = true });
        bench.Simulator.SetAlarmState(NativeService.Alarm, "ALARM", region: bench.Service.Region);
        var deployment = bench.Service.Deploy().RollBackOn(RollBackTrigger.Alarm("no-such"));

        (await bench.Deployer.PlanAsync(deployment.Build(), Token)).Findings.Select(finding => (finding.Code, finding.Severity, finding.Subject))
            .Should().Equal(("BG222", FindingSeverity.Warning, NativeService.Alarm), ("BG224", FindingSeverity.Warning, "no-such"));
        bench.Simulator.Faults.On("cloudwatch:DescribeAlarms").Fail("AccessDenied", "User is not authorized to perform: cloudwatch:DescribeAlarms", 403);
        (await bench.Deployer.PlanAsync(deployment.Build(), Token)).Findings.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BG222" && finding.Severity == FindingSeverity.NotChecked);
    }

    [Fact]
    public async Task Deploy_GateWhereEcsCannotHold_IsAnErrorOfThePlan()
    {
        await using var bench = await NativeService.CreateAsync();

        await Refused<PreflightException>(bench, bench.Service.Deploy().Gate(Stage.Bake, (_, _) => Task.FromResult(GateVerdict.Continue)), "BG217");
    }

    [Fact]
    public async Task Deploy_ShiftAndBakeThatEcsCannotDo_AreErrorsOfThePlan()
    {
        await using var bench = await NativeService.CreateAsync();

        await Refused<PreflightException>(bench, bench.Service.Deploy().Shift(TrafficShift.InSteps(TimeSpan.FromMinutes(1), 1, 25, 100)), "BG215");
        await Refused<PreflightException>(bench, bench.Service.Deploy().Shift(TrafficShift.Linear(2, TimeSpan.FromMinutes(1))), "BG215");
        await Refused<PreflightException>(bench, bench.Service.Deploy().Bake(TimeSpan.FromSeconds(90)), "BG216");
    }

    [Fact]
    public async Task Deploy_ContainerThatTheLoadBalancerDoesNotKnow_IsAnErrorOfThePlan()
    {
        await using var bench = await NativeService.CreateAsync();

        await Refused<PreflightException>(
            bench,
            Deployment.For(bench.Service.Reference).WithTaskDef(running => running with { ContainerDefinitions = [running.ContainerDefinitions[0] with { Name = "other" }] }),
            "BG221");
    }

    [Fact]
    public async Task Plan_AppSpecAndDeploymentGroup_AreWarningsForTheyAreNotUsed()
    {
        await using var bench = await NativeService.CreateAsync();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy().WithAppSpec("Fixtures/seed/appspec.yaml").WithCodeDeploy("app", "group"));
        var plan = await bench.Deployer.PlanAsync(bench.Service.Deploy("v1").WithAppSpec("Fixtures/seed/appspec.yaml").WithCodeDeploy("app", "group").Build(), Token);

        result.EnsureSucceeded();
        plan.Findings.Select(finding => (finding.Code, finding.Severity)).Should().Equal(("BG219", FindingSeverity.Warning), ("BG219", FindingSeverity.Warning));
    }

    private static async Task<IEnumerable<string>> CodesAsync(EngineBench bench) =>
        (await bench.Deployer.PlanAsync(bench.Service.Deploy("v3").Build(), Token)).Findings.Select(finding => finding.Code);

    private static async Task Refused<TException>(EngineBench bench, DeploymentBuilder builder, string named)
        where TException : BlueGreenException
    {
        var revisions = await bench.CountRevisionsAsync();

        var deploying = () => bench.Deployer.DeployAsync(builder.Build(), cancellationToken: Token);

        (await deploying.Should().ThrowAsync<TException>()).Which.Message.Should().Contain(named);
        (await bench.CountRevisionsAsync()).Should().Be(revisions, "nothing is registered before the plan has passed");
    }
}
