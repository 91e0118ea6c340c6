namespace BlueGreen.Ecs.Tests.Unit.Deploying.TaskSets;

public sealed class TaskSetRefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WhileOneIsRunning_IsRefusedAndRegistersNothing()
    {
        await using var bench = await ExternalBench.CreateAsync();
        await using var run = await bench.Deployer.StartAsync(ExternalBench.Deploy().Build(), Token);
        var revisions = await bench.CountRevisionsAsync();

        var again = () => bench.Deployer.StartAsync(ExternalBench.Deploy().WithTaskDef(running => running with { Cpu = "1024", Memory = "2048" }).Build(), Token);

        (await again.Should().ThrowAsync<DeploymentInProgressException>()).Which.DeploymentId.Should().Be(run.ResumeToken.DeploymentId);
        (await bench.CountRevisionsAsync()).Should().Be(revisions);
        (await bench.Deployer.PlanAsync(ExternalBench.Deploy().Build(), Token)).Findings.Should().ContainSingle().Which.Code.Should().Be("BG235");
    }

    [Fact]
    public async Task Start_TwoAtOnce_OnlyOneGoesOn()
    {
        await using var bench = await ExternalBench.CreateAsync();
        bench.Simulator.Faults.On("ecs:CreateTaskSet").Slow(TimeSpan.FromSeconds(1));
        var one = bench.Deployer.StartAsync(ExternalBench.Deploy().Build(), Token);
        var other = bench.CreateDeployer().StartAsync(ExternalBench.Deploy().Build(), Token);

        await bench.Clock.DriveAsync(Task.WhenAll(one.ContinueWith(_ => { }, TaskScheduler.Default), other.ContinueWith(_ => { }, TaskScheduler.Default)));

        var (winner, loser) = one.IsCompletedSuccessfully ? (one, other) : (other, one);
        loser.Exception!.InnerException.Should().BeOfType<DeploymentInProgressException>();
        await using var run = await winner;
        (await bench.Clock.DriveAsync(run.Completion)).Outcome.Should().Be(DeploymentOutcome.Succeeded);
    }

    [Theory]
    [InlineData(30, 70, "BG234")]
    [InlineData(0, 100, "BG234")]
    public async Task Plan_WeightsThatAreNotAtRest_IsAnError(int blue, int green, string code)
    {
        await using var bench = await ExternalBench.CreateAsync();
        await bench.SetWeightsAsync(blue, green);

        await ShouldFindAsync(bench, ExternalBench.Deploy(), code);
    }

    [Fact]
    public async Task Plan_RuleWithOneGroup_SaysWhatToSet()
    {
        await using var bench = await ExternalBench.CreateAsync(hasTestListener: false);
        await bench.Balancing.ModifyListenerAsync(new() { ListenerArn = bench.Listener, DefaultActions = [new() { Type = "forward", TargetGroupArn = bench.Blue }] }, Token);

        (await ShouldFindAsync(bench, ExternalBench.Deploy(), "BG232")).Fix.Should().Contain("shop-1").And.Contain("weight 0");
    }

    [Fact]
    public async Task Plan_AnotherRuleForwardsToTheServingGroup_IsAnError()
    {
        await using var bench = await ExternalBench.CreateAsync();
        await bench.Balancing.CreateRuleAsync(
            new() { ListenerArn = bench.Listener, Priority = 1, Conditions = [new() { Field = "path-pattern", Values = ["/api"] }], Actions = [new() { Type = "forward", TargetGroupArn = bench.Blue }] }, Token);

        await ShouldFindAsync(bench, ExternalBench.Deploy(), "BG233");
    }

    [Fact]
    public async Task Plan_Alarms_RedOrMissing_AreErrors()
    {
        await using var bench = await ExternalBench.CreateAsync();
        bench.Simulator.SetAlarmState("red", "ALARM", region: bench.Region);

        await ShouldFindAsync(bench, ExternalBench.Deploy().RollBackOn(RollBackTrigger.Alarm("red")), "BG238");
        await ShouldFindAsync(bench, ExternalBench.Deploy().RollBackOn(RollBackTrigger.Alarm("none")), "BG239");
    }

    [Fact]
    public async Task Plan_PercentThatWeightsCannotGive_SaysWhatComesNearest()
    {
        await using var bench = await ExternalBench.CreateAsync();

        var plan = await bench.Deployer.PlanAsync(ExternalBench.Deploy().Shift(TrafficShift.Canary(0.01, TimeSpan.FromMinutes(1))).Build(), Token);

        plan.CanStart.Should().BeTrue();
        plan.Findings.Should().ContainSingle().Which.Message.Should().Contain("0.1 percent, by weights 999 and 1");
    }

    [Fact]
    public async Task Plan_GateAtRollBack_IsAnError()
    {
        await using var bench = await ExternalBench.CreateAsync();

        await ShouldFindAsync(bench, ExternalBench.Deploy().Gate(Stage.RollBack, (_, _) => Task.FromResult(GateVerdict.Continue)), "BG241");
    }

    [Fact]
    public async Task Start_TaskSetIsRefused_TakesTheRevisionBack()
    {
        await using var bench = await ExternalBench.CreateAsync();
        bench.Simulator.Faults.On("ecs:CreateTaskSet").Fail("InvalidParameterException", "No.", 400);

        var starting = () => bench.Deployer.StartAsync(ExternalBench.Deploy().Build(), Token);

        (await starting.Should().ThrowAsync<AwsCallException>()).Which.Operation.Should().Be("ecs:CreateTaskSet");
        (await bench.CountRevisionsAsync()).Should().Be(1);
        (await bench.SetsAsync()).Should().ContainSingle();
    }

    private static async Task<Finding> ShouldFindAsync(ExternalBench bench, DeploymentBuilder deployment, string code)
    {
        var plan = await bench.Deployer.PlanAsync(deployment.Build(), Token);
        plan.CanStart.Should().BeFalse();
        return plan.Findings.Should().ContainSingle(finding => finding.Severity == FindingSeverity.Error).Which.Should().Match<Finding>(finding => finding.Code == code).And.Subject.As<Finding>();
    }
}
