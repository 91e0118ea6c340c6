using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Gates;

public sealed class ManualApprovalTests : IAsyncDisposable
{
    private readonly AwsSimulator _simulator = new();

    private SimulatorClock Clock => _simulator.Clock;

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Approve_AtOnce_Continues()
    {
        Approval? asked = null;

        var verdict = await Gate(approval =>
        {
            asked = approval;
            approval.Approve("anna").Should().BeTrue();
            approval.Reject("bert", "too late").Should().BeFalse("the first answer counts");
        }).AskAsync(Clock);

        verdict.Should().Be(GateVerdict.Continue);
        (asked!.AnsweredBy, asked.Context.Stage, asked.Until).Should().Be(("anna", Stage.TestTraffic, Clock.GetUtcNow() + TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Reject_TellsWhoAndWhy() =>
        (await Gate(approval => approval.Reject("bert", "The page is blank.")).AskAsync(Clock)).Reason.Should().Be("Rejected by bert: The page is blank.");

    [Fact]
    public async Task Approve_Later_IsWaitedFor()
    {
        Approval? asked = null;
        var deciding = Gate(approval => asked = approval).DecideAsync(Asking.Context(Clock), TestContext.Current.CancellationToken);
        Clock.Advance(TimeSpan.FromMinutes(59));

        deciding.IsCompleted.Should().BeFalse();
        asked!.Approve("anna");

        (await deciding).Should().Be(GateVerdict.Continue);
    }

    [Fact]
    public async Task NobodyAnswers_RollsBackAndTakesNoAnswerAnyMore()
    {
        Approval? asked = null;
        var begun = Clock.GetUtcNow();

        var verdict = await Gate(approval => asked = approval).Within(TimeSpan.FromMinutes(10)).AskAsync(Clock);

        verdict.Reason.Should().Be("Nobody has approved in time.");
        (Clock.GetUtcNow() - begun).Should().Be(TimeSpan.FromMinutes(10));
        (asked!.Approve("anna"), asked.AnsweredBy).Should().Be((false, null));
    }

    [Fact]
    public async Task NobodyAnswers_VerdictThatWasSet_IsGiven() =>
        (await Gate(_ => { }).WhenNobodyAnswers(GateVerdict.Continue).AskAsync(Clock)).Should().Be(GateVerdict.Continue);

    [Fact]
    public async Task Asking_Fails_RollsBackWithTheMessage() =>
        (await Gate(_ => throw new InvalidOperationException("the chat is down")).AskAsync(Clock)).Reason.Should().Be("Approval could not be asked for: the chat is down");

    [Fact]
    public async Task Cancelled_IsCancelledAndSoIsTheAsking()
    {
        using var source = new CancellationTokenSource();
        CancellationToken asking = default;
        var deciding = ManualApproval.AskedBy((_, token) =>
        {
            asking = token;
            return Task.Delay(Timeout.InfiniteTimeSpan, Clock, token);
        }).DecideAsync(Asking.Context(Clock), source.Token);

        await source.CancelAsync();

        await FluentActions.Awaiting(() => deciding).Should().ThrowAsync<OperationCanceledException>();
        asking.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void WrongInput_IsRefused()
    {
        Action[] calls =
        [
            () => ManualApproval.AskedBy(null!),
            () => Gate(_ => { }).Within(TimeSpan.Zero),
            () => Gate(_ => { }).WhenNobodyAnswers(null!),
        ];

        calls.Should().AllSatisfy(call => call.Should().Throw<ArgumentException>());
    }

    private static ManualApproval Gate(Action<Approval> ask) => ManualApproval.AskedBy((approval, _) =>
    {
        ask(approval);
        return Task.CompletedTask;
    });
}
