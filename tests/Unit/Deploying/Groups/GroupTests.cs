namespace BlueGreen.Ecs.Tests.Unit.Deploying.Groups;

public sealed class GroupTests
{
    private static readonly string[] All = ["a", "b", "c"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InOrder_TheNextBeginsWhenTheOneBeforeHasAllTraffic()
    {
        await using var bench = await GroupBench.CreateAsync(All);

        var (result, events) = await bench.RunAsync(GroupBench.Group(All));

        result.EnsureSucceeded().Should().BeSameAs(result);
        result.Members.Select(member => (member.Service.Name, member.Outcome, member.Problem)).Should().Equal(All.Select(name => (name, (DeploymentOutcome?)DeploymentOutcome.Succeeded, (string?)null)));
        foreach (var (before, next) in All.Zip(All.Skip(1)))
        {
            var moved = events.First(e => e.Service.Name == before && e.Event.GreenPercent == 100).Event.Time;
            var begun = events.First(e => e.Service.Name == next).Event.Time;
            (begun - moved).Should().BeLessThan(TimeSpan.FromMinutes(1)).And.BeGreaterThanOrEqualTo(TimeSpan.Zero);
        }

        bench.EndedAs("v2", All);
    }

    [Fact]
    public async Task InParallel_AllGoAtTheSameTime()
    {
        await using var bench = await GroupBench.CreateAsync(All);

        var (result, events) = await bench.RunAsync(GroupBench.Group(All).InParallel());

        result.EnsureSucceeded();
        All.Select(name => events.First(e => e.Service.Name == name && e.Event.GreenPercent == 10).Event.Time).Max().Should().BeBefore(events.First(e => e.Event.GreenPercent == 100).Event.Time);
        result.Duration.Should().BeLessThan(TimeSpan.FromMinutes(15));
        bench.EndedAs("v2", All);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public async Task OneFails_AllGoBack(int broken, bool isParallel)
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = Deployment.Group(All.Select((name, index) => (index == broken ? bench.DeployBroken(name) : GroupBench.Deploy(name)).Bake(TimeSpan.FromMinutes(30)).Build()));

        var (result, events) = await bench.RunAsync(isParallel ? group.InParallel() : group);

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().StartWith($"web/{All[broken]}: The new version made no progress");
        result.Members[broken].Deployment!.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        foreach (var (member, index) in result.Members.Select((member, index) => (member, index)))
        {
            var hasBegun = isParallel || index <= broken;
            member.Outcome.Should().Be(hasBegun ? DeploymentOutcome.RolledBack : null);
            member.RollBack.Should().BeNull("while the old version is kept, the way back is a change of weights");
            events.Any(e => e.Service == member.Service).Should().Be(hasBegun);
        }

        result.Invoking(failed => failed.EnsureSucceeded()).Should().Throw<JointDeploymentFailedException>().WithMessage($"*RolledBack: web/{All[broken]}*\n- web/a*\n- web/b*\n- web/c*").Which.Result.Should().BeSameAs(result);
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task InOrder_OneFailsWhenOthersHaveEnded_WhatRanBeforeIsBroughtBackInReverseOrder()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = Deployment.Group(GroupBench.Deploy("a").Build(), GroupBench.Deploy("b").Build(), bench.DeployBroken("c").Build());

        var (result, events) = await bench.RunAsync(group);

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Members.Take(2).Should().OnlyContain(member => member.Deployment!.Outcome == DeploymentOutcome.Succeeded && member.RollBack!.Outcome == DeploymentOutcome.Succeeded && member.Outcome == DeploymentOutcome.RolledBack);
        result.Members.Take(2).Select(member => member.RollBack!.TaskDefinitionArn).Should().OnlyContain(arn => arn.EndsWith(":1", StringComparison.Ordinal));
        var back = events.Where(e => e.Event.Message.StartsWith("what ran before is brought back: web/c: ", StringComparison.Ordinal)).ToList();
        back.Select(e => e.Service.Name).Should().Equal("b", "a");
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task ReturnWhenShifted_InAGroup_DoesNotCount_SoThatAllGoBackWhileOneIsKept()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = Deployment.Group(GroupBench.Deploy("a").ReturnWhenShifted().Build(), GroupBench.Deploy("b").ReturnWhenShifted().Build(), bench.DeployBroken("c").Build());

        var (result, _) = await bench.RunAsync(group);

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task RollBackFails_IsToldAndTheOthersStillGoBack()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = Deployment.Group(GroupBench.Deploy("a").Build(), GroupBench.Deploy("b").Build(), bench.DeployBroken("c").Build());
        var isBroken = false;

        var (result, _) = await bench.RunAsync(group, happened =>
        {
            if (!isBroken && happened is { Service.Name: "b", Event.Message: var message } && message.StartsWith("what ran before", StringComparison.Ordinal))
            {
                isBroken = true;
                bench.Simulator.Faults.On("ecs:CreateTaskSet").Call(1).Fail("ClientException", "no capacity");
            }
        });

        result.Outcome.Should().Be(DeploymentOutcome.Failed);
        result.Members.Select(member => member.Outcome).Should().Equal(DeploymentOutcome.RolledBack, DeploymentOutcome.Succeeded, DeploymentOutcome.RolledBack);
        result.Members[1].Problem.Should().StartWith("What ran before could not be brought back: ").And.Contain("no capacity");
        result.Members[1].ToString().Should().StartWith("web/b: Succeeded: What ran before could not");
        bench.EndedAs("v1", "a", "c");
        bench.EndedAs("v2", "b");
    }

    [Fact]
    public async Task SomebodyElseHasDeployedSince_IsLeftAlone()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        Task<DeploymentRun>? other = null;

        var (result, _) = await bench.RunAsync(
            Deployment.Group(GroupBench.Deploy("a").Build(), bench.DeployBroken("b").Build()),
            happened => other ??= happened is { Service.Name: "b", Event.Stage: Stage.Install } ? bench.Deployer.StartAsync(GroupBench.Deploy("a", "v1").Shift(TrafficShift.AllAtOnce).WhenRunning(ConcurrencyPolicy.Wait).Build(), Token) : null);
        await using var run = await other!;

        result.Outcome.Should().Be(DeploymentOutcome.Failed);
        (result.Members[0].Outcome, result.Members[0].RollBack).Should().Be((DeploymentOutcome.Succeeded, null));
        result.Members[0].Problem.Should().Contain("somebody else has deployed since");
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task InOrder_OneFailsWhileItBakes_AllGoBack()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        bench.SetAlarm("5xx-high", "OK");
        var group = Deployment.Group(
            GroupBench.Deploy("a").Bake(TimeSpan.FromMinutes(30)).RollBackOn(RollBackTrigger.Alarm("5xx-high")).Build(),
            GroupBench.Deploy("b").Build());

        var (result, _) = await bench.RunAsync(group, happened =>
        {
            if (happened is { Service.Name: "b", Event.GreenPercent: > 0 })
            {
                bench.SetAlarm("5xx-high", "ALARM");
            }
        });

        (result.Outcome, result.Reason).Should().Be((DeploymentOutcome.RolledBack, "web/a: The alarm 5xx-high is in ALARM."));
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task StartFails_TheOthersGoBack()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        await using var other = await bench.Deployer.StartAsync(GroupBench.Deploy("b").Shift(TrafficShift.InSteps(TimeSpan.FromHours(2), 1, 100)).Build(), Token);

        var (result, _) = await bench.RunAsync(GroupBench.Group(All));

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().StartWith("web/b could not be started: ");
        result.Members.Select(member => member.Outcome).Should().Equal(DeploymentOutcome.RolledBack, null, null);
        bench.VersionOf("a").Should().Be("v1");
    }

    [Fact]
    public async Task Plan_OneHasErrors_NothingIsTouched()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = Deployment.Group(GroupBench.Deploy("a").Build(), GroupBench.Deploy("b").Gate(Stage.Pending, (_, _) => Task.FromResult(GateVerdict.Continue)).Build());
        var calls = bench.Simulator.History.Count;

        var refused = (await FluentActions.Awaiting(() => bench.RunAsync(group)).Should().ThrowAsync<PreflightException>()).Which;

        refused.Plans.Should().ContainSingle().Which.Service.Reference.Name.Should().Be("b");
        refused.Message.Should().Contain("BG241");
        bench.Simulator.History.Skip(calls).Where(e => e.Kind == "call").Should().OnlyContain(call => call.Subject.Contains("Describe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_OfAGroup_HasEachMembersPlan()
    {
        await using var bench = await GroupBench.CreateAsync(All);

        var plan = await bench.Deployer.PlanTogetherAsync(GroupBench.Group(All).Gate(Stage.Pending, (_, _) => Task.FromResult(GateVerdict.Continue)), Token);

        plan.Members.Select(member => member.Service.Reference.Name).Should().Equal(All);
        plan.CanStart.Should().BeFalse();
        plan.Members.Should().OnlyContain(member => member.Findings.Any(finding => finding.Code == "BG241"), "a shared gate holds every member");
    }

    [Fact]
    public void Group_TheSameServiceTwiceOrNone_IsAProblem()
    {
        var deployment = new Deployment { Service = ServiceReference.Parse("web/a") };
        var same = deployment with { Service = ServiceReference.Parse("arn:aws:ecs:eu-west-1:123456789012:service/web/a") };

        FluentActions.Invoking(() => Deployment.Group(deployment, same)).Should().Throw<DeploymentValidationException>().WithMessage("*web/a is deployed 2 times*");
        FluentActions.Invoking(() => Deployment.Group()).Should().Throw<DeploymentValidationException>().WithMessage("*no deployment*");
    }
}
