using System.Net;
using Amazon.ECS;
using BlueGreen.Ecs.Running;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Watching;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace BlueGreen.Ecs.Tests.Unit.Running;

public sealed class WatchedRunTests : IAsyncDisposable
{
    private readonly AwsSimulator _simulator = new();
    private readonly IDeploymentEngine _engine = Substitute.For<IDeploymentEngine>();
    private readonly DeployerOptions _options = new();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Watch_ToTheEnd_TellsEverythingAndTheResult()
    {
        Sees(Runs.Moving, Runs.Moving, Runs.Done);
        await using var run = Watch(Runs.Plan());

        var result = await _simulator.Clock.DriveAsync(run.Completion);

        (result.Outcome, result.DeploymentId, result.TaskDefinitionArn, result.Last).Should().Be((DeploymentOutcome.Succeeded, "d-1", "web:2", Runs.Done));
        result.Duration.Should().BeCloseTo(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(0.2));
        (await run.Events.Select(e => e.Message).ToListAsync(TestContext.Current.CancellationToken)).Should().Equal("the new version starts", "deployed");
    }

    [Fact]
    public async Task Watch_PastTheDeadline_TimesOutAndSaysSo()
    {
        Sees(Runs.Moving);
        await using var run = Watch(Runs.Plan());

        var result = await _simulator.Clock.DriveAsync(run.Completion);

        result.Outcome.Should().Be(DeploymentOutcome.TimedOut);
        result.Reason.Should().Contain("01:00:00").And.Contain("goes on by itself");
    }

    [Fact]
    public async Task Watch_GateLetsThrough_ContinuesOnce()
    {
        Sees(Runs.Waiting, Runs.Waiting, Runs.Done);
        await using var run = Watch(Runs.Plan(new Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.Continue))));

        (await _simulator.Clock.DriveAsync(run.Completion)).Outcome.Should().Be(DeploymentOutcome.Succeeded);

        await _engine.Received(1).ContinueAsync(Runs.Started, Arg.Any<Observation>(), Arg.Any<CancellationToken>());
        await _engine.DidNotReceive().StopAsync(Runs.Started, Arg.Any<bool>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Watch_SeveralWaits_AsksTheGateOnceForEach()
    {
        var (first, second) = (Runs.Waiting with { Wait = "step 1" }, Runs.Waiting with { Wait = "step 2", GreenPercent = 25 });
        Sees(first, first, second, second, Runs.Done);
        var asked = new List<double>();
        await using var run = Watch(Runs.Plan(new Gate(Stage.TestTraffic, (context, _) =>
        {
            asked.Add(context.Observation.GreenPercent);
            return Task.FromResult(GateVerdict.Continue);
        })));

        (await _simulator.Clock.DriveAsync(run.Completion)).Outcome.Should().Be(DeploymentOutcome.Succeeded);

        asked.Should().Equal(0, 25);
        await _engine.Received(1).ContinueAsync(Runs.Started, first, Arg.Any<CancellationToken>());
        await _engine.Received(1).ContinueAsync(Runs.Started, second, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Watch_GateRollsBack_StopsAndGivesTheGatesReason()
    {
        Sees(Runs.Waiting, Runs.RolledBack);
        await using var run = Watch(Runs.Plan(new Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.RollBack("Too slow.")))));

        var result = await _simulator.Clock.DriveAsync(run.Completion);

        (result.Outcome, result.Reason).Should().Be((DeploymentOutcome.RolledBack, "Too slow."));
        await _engine.Received(1).StopAsync(Runs.Started, rollBack: true, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Watch_WaitingWithoutAGate_IsLeftToOthers()
    {
        Sees(Runs.Waiting, Runs.Waiting, Runs.Done);
        await using var run = Watch(plan: null);

        (await _simulator.Clock.DriveAsync(run.Completion)).Outcome.Should().Be(DeploymentOutcome.Succeeded);

        await _engine.DidNotReceive().ContinueAsync(Runs.Started, Arg.Any<Observation>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Watch_NoProgressAndTheStopIsRefusedAtFirst_IsStoppedAtTheNextLook()
    {
        var stuck = Runs.Moving with { Stage = Stage.Install, AwaitsTasks = true };
        var (stops, isStopped) = (0, false);
        _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns(_ => isStopped ? Runs.RolledBack : stuck);
        _engine.StopAsync(Runs.Started, rollBack: true, Arg.Any<CancellationToken>()).Returns(_ => ++stops == 1 ? throw Refused() : Task.FromResult(isStopped = true));
        await using var run = Watch(Runs.Plan());

        var result = await _simulator.Clock.DriveAsync(run.Completion);

        (result.Outcome, stops).Should().Be((DeploymentOutcome.RolledBack, 2));
        result.Reason.Should().Contain("no progress within 00:15:00");
    }

    [Fact]
    public async Task Watch_AwsIsOutForSomeMinutes_IsOutlivedWithFewerAndFewerLooks()
    {
        var (start, looks) = (_simulator.Clock.GetUtcNow(), 0);
        _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns(_ => ++looks > 0 && _simulator.Clock.GetUtcNow() - start >= TimeSpan.FromMinutes(10) ? Runs.Done : throw Refused());
        await using var run = Watch(Runs.Plan());

        var result = await _simulator.Clock.DriveAsync(run.Completion);

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        result.Duration.Should().BeCloseTo(TimeSpan.FromMinutes(10), _options.LongestPause);
        looks.Should().BeLessThan(50);
    }

    [Fact]
    public async Task Watch_AwsIsOutForTooLong_EndsWithTheError()
    {
        var start = _simulator.Clock.GetUtcNow();
        _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns<Observation>(_ => throw Refused());
        await using var run = Watch(Runs.Plan());

        await FluentActions.Awaiting(() => _simulator.Clock.DriveAsync(run.Completion)).Should().ThrowAsync<AwsCallException>().WithMessage("codedeploy:GetDeployment*");
        (_simulator.Clock.GetUtcNow() - start).Should().BeCloseTo(_options.ToleratedOutage, _options.LongestPause);
    }

    [Fact]
    public async Task Watch_AwsRefusesTheLook_EndsWithTheErrorAfterHalfAMinute()
    {
        var start = _simulator.Clock.GetUtcNow();
        var refused = new AmazonECSException("Not authorized.") { ErrorCode = "AccessDeniedException", StatusCode = HttpStatusCode.BadRequest };
        _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns<Observation>(_ => throw new AwsCallException("ecs:DescribeTaskSets", "AccessDeniedException", "r-1", refused));
        await using var run = Watch(Runs.Plan());

        await FluentActions.Awaiting(() => _simulator.Clock.DriveAsync(run.Completion)).Should().ThrowAsync<AwsCallException>().WithMessage("ecs:DescribeTaskSets*");
        (_simulator.Clock.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromSeconds(29)).And.BeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Watch_NoOutageIsTolerated_TheFirstFailedLookEndsIt()
    {
        _options.ToleratedOutage = TimeSpan.Zero;
        _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns<Observation>(_ => throw Refused());
        await using var run = Watch(Runs.Plan());

        await FluentActions.Awaiting(() => _simulator.Clock.DriveAsync(run.Completion)).Should().ThrowAsync<AwsCallException>();
        await _engine.Received(1).ObserveAsync(Runs.Started, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Dispose_WhileRunning_EndsTheWatchingOnly()
    {
        Sees(Runs.Moving);
        var run = Watch(Runs.Plan());

        await run.DisposeAsync();
        await run.DisposeAsync();

        run.Completion.IsCanceled.Should().BeTrue();
        await _engine.DidNotReceive().StopAsync(Runs.Started, Arg.Any<bool>(), Arg.Any<CancellationToken>());
    }

    private static AwsCallException Refused() => new("codedeploy:GetDeployment", "ThrottlingException", "r-1", new InvalidOperationException("Slow down."));

    private void Sees(Observation first, params Observation[] more) => _engine.ObserveAsync(Runs.Started, Arg.Any<CancellationToken>()).Returns(first, more);

    private WatchedRun Watch(DeploymentPlan? plan) => new(_engine, Runs.Started, plan, _options, Rhythm.Begin(_options.PollInterval, _simulator.Clock), _simulator.Clock, NullLogger.Instance);
}
