namespace BlueGreen.Ecs.Tests.Unit.Deploying.Groups;

public sealed class SharedGateTests
{
    private static readonly string[] All = ["a", "b", "c"];

    private readonly List<GateContext> _asked = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gate_IsAskedOnceWhenAllHaveComeToTheStage(bool isParallel)
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = GroupBench.Group(All).Gate(Stage.TestTraffic, Ask(GateVerdict.Continue));
        DateTimeOffset asked = default;

        var (result, events) = await bench.RunAsync((isParallel ? group.InParallel() : group).Gate(Stage.TestTraffic, (_, _) =>
        {
            asked = bench.Clock.GetUtcNow();
            return Task.FromResult(GateVerdict.Continue);
        }));

        result.EnsureSucceeded();
        var context = _asked.Should().ContainSingle().Which;
        context.Members.Select(member => (member.Plan.Service.Reference.Name, member.Stage, member.Observation.Status)).Should().Equal(All.Select(name => (name, Stage.TestTraffic, DeploymentStatus.Waiting)));
        context.Plan.Should().Be(context.Members[0].Plan);
        events.Where(e => e.Event.GreenPercent > 0).Should().OnlyContain(e => e.Event.Time >= asked, "nothing moves before the gate has decided");
        bench.EndedAs("v2", All);
    }

    [Fact]
    public async Task Gate_InOrder_HoldsAndLetsGoOneAfterTheOther()
    {
        await using var bench = await GroupBench.CreateAsync(All);

        var (_, events) = await bench.RunAsync(GroupBench.Group(All).Gate(Stage.TestTraffic, Ask(GateVerdict.Continue)));

        foreach (var (before, next) in All.Zip(All.Skip(1)))
        {
            var held = events.First(e => e.Service.Name == before && e.Event.Message == "waiting to be continued").Event.Time;
            events.First(e => e.Service.Name == next).Event.Time.Should().BeOnOrAfter(held);
            var moved = events.First(e => e.Service.Name == before && e.Event.GreenPercent == 100).Event.Time;
            events.First(e => e.Service.Name == next && e.Event.GreenPercent > 0).Event.Time.Should().BeOnOrAfter(moved);
        }
    }

    [Theory]
    [InlineData(Stage.TestTraffic, false)]
    [InlineData(Stage.TestTraffic, true)]
    [InlineData(Stage.ProductionTraffic, true)]
    [InlineData(Stage.Bake, true)]
    public async Task Gate_Refuses_AllGoBack(Stage stage, bool isParallel)
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = GroupBench.Group(All).Gate(stage, Ask(GateVerdict.RollBack("The shop is closed.")));

        var (result, events) = await bench.RunAsync(isParallel ? group.InParallel() : group);

        (result.Outcome, result.Reason).Should().Be((DeploymentOutcome.RolledBack, "The shop is closed."));
        result.Members.Should().OnlyContain(member => member.Outcome == DeploymentOutcome.RolledBack && member.Deployment!.Reason == "The shop is closed." && member.RollBack == null);
        events.Max(e => e.Event.GreenPercent).Should().Be(stage switch { Stage.TestTraffic => 0, Stage.ProductionTraffic => 10, _ => 100 });
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task Gate_BehindEveryStep_IsAskedAtTheFirstOnly()
    {
        await using var bench = await GroupBench.CreateAsync(All);

        var (result, _) = await bench.RunAsync(GroupBench.Group(All).InParallel().Gate(Stage.ProductionTraffic, Ask(GateVerdict.Continue)).Gate(Stage.Install, Ask(GateVerdict.Continue)));

        result.EnsureSucceeded();
        _asked.Select(context => context.Stage).Should().Equal(Stage.Install, Stage.ProductionTraffic);
        _asked[^1].Members.Should().OnlyContain(member => member.Observation.GreenPercent == 10);
    }

    [Fact]
    public async Task Gate_Throws_AllGoBack()
    {
        await using var bench = await GroupBench.CreateAsync(All);

        var (result, _) = await bench.RunAsync(GroupBench.Group(All).Gate(Stage.TestTraffic, (_, _) => throw new InvalidOperationException("no answer")));

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().Contain("no answer");
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task Gate_OneNeverComesThere_TheOthersDoNotWaitForEver()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = Deployment.Group(GroupBench.Deploy("a").Build(), bench.DeployBroken("b").Build(), GroupBench.Deploy("c").Build()).InParallel().Gate(Stage.TestTraffic, Ask(GateVerdict.Continue));

        var (result, _) = await bench.RunAsync(group);

        _asked.Should().BeEmpty();
        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().StartWith("web/b: ");
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task Gate_OwnGateOfAMember_IsAskedBeforeTheSharedOne()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = Deployment.Group(
            GroupBench.Deploy("a").Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.RollBack("Not this one."))).Build(),
            GroupBench.Deploy("b").Build()).InParallel().Gate(Stage.TestTraffic, Ask(GateVerdict.Continue));

        var (result, _) = await bench.RunAsync(group);

        _asked.Should().BeEmpty();
        result.Reason.Should().Be("web/a: Not this one.");
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task Gate_OfAShownPlan_IsAskedForItAlone()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var plan = await bench.Deployer.PlanTogetherAsync(GroupBench.Group(All).Gate(Stage.TestTraffic, Ask(GateVerdict.RollBack("Not alone."))), TestContext.Current.CancellationToken);

        var result = await bench.Clock.DriveAsync(bench.Deployer.ExecuteAsync(plan.Members[1], cancellationToken: TestContext.Current.CancellationToken));

        (result.Outcome, result.Reason).Should().Be((DeploymentOutcome.RolledBack, "Not alone."));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Approval_OneForServicesOfAllEngines(bool isParallel)
    {
        await using var bench = await GroupBench.CreateMixedAsync();
        string[] names = ["native", "labo-terraform-admin", "a"];
        var group = Deployment.Group(names.Select(name => GroupBench.Deploy(name).Build()));
        Approval? asked = null;

        var (result, _) = await bench.RunAsync((isParallel ? group.InParallel() : group).Gate(Stage.TestTraffic, ManualApproval.AskedBy((approval, _) =>
        {
            asked = approval;
            names.Should().AllSatisfy(name => bench.VersionOf(name).Should().Be("v1"));
            approval.Approve("anna");
            return Task.CompletedTask;
        })));

        result.EnsureSucceeded();
        asked!.Context.Members.Select(member => member.Plan.Engine).Should().Equal("EcsNative", "CodeDeploy", "TaskSets");
        bench.EndedAs("v2", names);
    }

    private Func<GateContext, CancellationToken, Task<GateVerdict>> Ask(GateVerdict verdict) => (context, _) =>
    {
        _asked.Add(context);
        return Task.FromResult(verdict);
    };
}
