using BlueGreen.Ecs.Running;

namespace BlueGreen.Ecs.Tests.Unit.Running;

public sealed class GateKeeperTests
{
    private static readonly GateContext Context = new(Stage.TestTraffic, Runs.Plan(), Runs.Waiting);

    private readonly List<string> _asked = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_NoGate_Continues() => (await GateKeeper.AskAsync([], Context, Token)).Should().Be(GateVerdict.Continue);

    [Fact]
    public async Task Ask_AllLetThrough_AsksEachOnceInOrder()
    {
        var verdict = await GateKeeper.AskAsync([Gate("a", GateVerdict.Continue), Gate("b", GateVerdict.Continue)], Context, Token);

        verdict.Reason.Should().BeNull();
        _asked.Should().Equal("a", "b");
    }

    [Fact]
    public async Task Ask_OneRollsBack_AsksNoFurther()
    {
        var verdict = await GateKeeper.AskAsync([Gate("a", GateVerdict.RollBack("Too slow.")), Gate("b", GateVerdict.Continue)], Context, Token);

        verdict.Reason.Should().Be("Too slow.");
        _asked.Should().Equal("a");
    }

    [Fact]
    public async Task Ask_AnExceptionOfTheGate_RollsBackWithItsMessage()
    {
        var gate = new Gate(Stage.TestTraffic, (_, _) => throw new InvalidOperationException("No route."));

        (await GateKeeper.AskAsync([gate], Context, Token)).Reason.Should().Match("*TestTraffic*No route.*");
    }

    [Fact]
    public async Task Ask_ATimeoutInsideTheGate_RollsBack()
    {
        var gate = new Gate(Stage.TestTraffic, (_, _) => throw new TaskCanceledException("The request was cancelled due to its time-out."));

        (await GateKeeper.AskAsync([gate], Context, Token)).Reason.Should().Contain("time-out");
    }

    [Fact]
    public async Task Ask_CancelledByTheCaller_IsCancelled()
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate(Stage.TestTraffic, async (_, token) =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            return GateVerdict.Continue;
        });

        await FluentActions.Awaiting(() => GateKeeper.AskAsync([gate], Context, source.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void RollBack_WithoutAReason_IsRefused(string reason) => FluentActions.Invoking(() => GateVerdict.RollBack(reason)).Should().Throw<ArgumentException>();

    private Gate Gate(string name, GateVerdict verdict) => new(Stage.TestTraffic, (_, _) =>
    {
        _asked.Add(name);
        return Task.FromResult(verdict);
    });
}
