namespace BlueGreen.Ecs.Tests.Unit.Deploying.Groups;

public sealed class GroupCancelTests
{
    private static readonly string[] All = ["a", "b", "c"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StopAndRollBack_AllGoBack(bool isParallel)
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = Deployment.Group(All.Select(name => GroupBench.Deploy(name).Bake(TimeSpan.FromMinutes(30)).Build()));

        var canceled = await CancelAsync(bench, isParallel ? group.InParallel() : group);

        canceled.Result.Outcome.Should().Be(DeploymentOutcome.RolledBack, canceled.Message);
        canceled.Result.Members.Select(member => member.Outcome).Should().Equal(DeploymentOutcome.RolledBack, DeploymentOutcome.RolledBack, isParallel ? DeploymentOutcome.RolledBack : null);
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task EachPolicy_IsCarriedOut()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        var group = Deployment.Group(
            GroupBench.Deploy("a").OnCancel(CancelPolicy.Leave).Build(),
            GroupBench.Deploy("b").OnCancel(CancelPolicy.Stop).Build(),
            GroupBench.Deploy("c").OnCancel(CancelPolicy.StopAndRollBack).Build()).InParallel();

        var canceled = await CancelAsync(bench, group);
        var left = canceled.Result.Members[0];

        canceled.Result.Outcome.Should().Be(DeploymentOutcome.Failed);
        canceled.Result.Members.Select(member => member.Outcome).Should().Equal(null, DeploymentOutcome.Failed, DeploymentOutcome.RolledBack);
        canceled.Message.Should().Contain("web/a: its end was not seen");
        await using var run = await bench.Deployer.ResumeAsync(left.ResumeToken!, cancellationToken: TestContext.Current.CancellationToken);
        (await bench.Clock.DriveAsync(run.Completion)).Outcome.Should().Be(DeploymentOutcome.Succeeded);
        bench.EndedAs("v2", "a");
        bench.EndedAs("v1", "c");
    }

    [Fact]
    public async Task MembersThatHaveEnded_BringBackWhatRanBefore()
    {
        await using var bench = await GroupBench.CreateAsync(All);

        var canceled = await CancelAsync(bench, Deployment.Group(All.Select(name => GroupBench.Deploy(name).Build())));

        canceled.Result.Outcome.Should().Be(DeploymentOutcome.RolledBack, canceled.Message);
        canceled.Result.Members[0].RollBack!.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task WhileHeldAtASharedGate_TheGateIsCancelledToo()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        using var cancellation = new CancellationTokenSource();
        var isCancelled = false;
        void Cancel() => cancellation.Cancel();
        var group = GroupBench.Group(All).Gate(Stage.TestTraffic, async (_, token) =>
        {
            Cancel();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, bench.Clock, token);
                return GateVerdict.Continue;
            }
            finally
            {
                isCancelled = token.IsCancellationRequested;
            }
        });

        var canceled = (await FluentActions.Awaiting(() => bench.RunAsync(group, cancellationToken: cancellation.Token)).Should().ThrowAsync<JointDeploymentCanceledException>()).Which;

        isCancelled.Should().BeTrue();
        canceled.Result.Outcome.Should().Be(DeploymentOutcome.RolledBack, canceled.Message);
        canceled.CancellationToken.Should().Be(cancellation.Token);
        bench.EndedAs("v1", All);
    }

    [Fact]
    public async Task WhileHeldAtASharedGate_OneThatIsLeftStaysHeld()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        using var cancellation = new CancellationTokenSource();
        Action cancel = cancellation.Cancel; // At once, on the gate's thread.
        var group = Deployment.Group(GroupBench.Deploy("a").OnCancel(CancelPolicy.Leave).Build(), GroupBench.Deploy("b").Build()).InParallel().Gate(Stage.TestTraffic, (_, token) =>
        {
            cancel();
            return Task.FromCanceled<GateVerdict>(token);
        });

        var canceled = (await FluentActions.Awaiting(() => bench.RunAsync(group, cancellationToken: cancellation.Token)).Should().ThrowAsync<JointDeploymentCanceledException>()).Which;
        await using var run = await bench.Deployer.AttachAsync("web/a", TestContext.Current.CancellationToken);

        canceled.Result.Members.Select(member => member.Outcome).Should().Equal(null, DeploymentOutcome.RolledBack);
        canceled.Result.Members[0].ResumeToken.Should().Be(run.ResumeToken);
    }

    [Fact]
    public async Task BeforeTheStart_NothingIsLeftBehind()
    {
        await using var bench = await GroupBench.CreateAsync(All);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => bench.RunAsync(GroupBench.Group(All), cancellationToken: cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();

        bench.EndedAs("v1", All);
    }

    // As soon as the second one has a part of the traffic.
    private static async Task<JointDeploymentCanceledException> CancelAsync(GroupBench bench, JointDeployment group)
    {
        using var cancellation = new CancellationTokenSource();
        var running = () => bench.RunAsync(
            group,
            happened =>
            {
                if (happened is { Service.Name: "b", Event.GreenPercent: > 0 })
                {
                    cancellation.Cancel();
                }
            },
            cancellation.Token);
        return (await running.Should().ThrowAsync<JointDeploymentCanceledException>()).Which;
    }
}
