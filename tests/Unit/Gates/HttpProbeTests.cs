using System.Net;
using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Gates;

public sealed class HttpProbeTests : IAsyncDisposable
{
    private const string Url = "http://test.example.com:8080/health";

    private readonly AwsSimulator _simulator = new();

    private SimulatorClock Clock => _simulator.Clock;

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Probe_GoodAnswersInARow_Continue()
    {
        using var page = new Page(Page.Answer(HttpStatusCode.OK), Page.Answer(HttpStatusCode.BadGateway), Page.Answer(HttpStatusCode.OK));
        var begun = Clock.GetUtcNow();

        var verdict = await HttpProbe.Of(Url).Through(page.Client).AskAsync(Clock);

        verdict.Should().Be(GateVerdict.Continue);
        page.Requests.Should().HaveCount(5, "the third answer in a row after the bad one");
        (Clock.GetUtcNow() - begun).Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Probe_BadAnswers_TellsWhatWasGotWithoutSecrets()
    {
        using var page = new Page(Page.Answer(HttpStatusCode.ServiceUnavailable, $"\n  starting up {new string('x', 300)}\nsecond line"));

        var verdict = await HttpProbe.Of("http://admin:hunter2@test.example.com:8080/health?token=hunter3&hunter4#top").Through(page.Client).Within(TimeSpan.FromMinutes(1)).AskAsync(Clock);

        verdict.Reason.Should().StartWith("http://test.example.com:8080/health?token=…&… gave 0 of 3 good answers in a row, in 13 attempts and 00:01:00. What went wrong last: status 503, body 'starting up xxx")
            .And.EndWith("x…': expected was 200 to 299.").And.NotContain("hunter").And.NotContain("second").And.NotContain(new string('x', 120));
    }

    [Fact]
    public async Task Probe_BodyThatLooksLikeASecret_IsNotShown()
    {
        using var page = new Page(Page.Answer(HttpStatusCode.InternalServerError, "password=Xk29fjQ8zLm4"));

        (await HttpProbe.Of(Url).Through(page.Client).Attempts(1).AskAsync(Clock)).Reason.Should().Contain("(not shown").And.NotContain("Xk29");
    }

    [Fact]
    public async Task Probe_MostAttempts_AreNotExceeded()
    {
        using var page = new Page(Page.Answer(HttpStatusCode.NotFound));

        (await HttpProbe.Of(Url).Through(page.Client).Attempts(2).AskAsync(Clock)).Reason.Should().Contain("in 2 attempts");
        page.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Probe_NoAnswer_IsGivenUpAfterTheTimeout()
    {
        using var page = new Page(Page.NeverAsync);

        var verdict = await HttpProbe.Of(Url).Through(page.Client).TimeoutPerRequest(TimeSpan.FromSeconds(3)).Attempts(2).AskAsync(Clock);

        verdict.Reason.Should().EndWith("in 2 attempts and 00:00:11. What went wrong last: no answer within 00:00:03.");
    }

    [Fact]
    public async Task Probe_NobodyThere_SaysSo()
    {
        using var page = new Page(Page.Fail(new HttpRequestException("Connection refused (test.example.com:8080)")), Page.Fail(new HttpRequestException("Connection refused (test.example.com:8080)")), Page.Answer(HttpStatusCode.OK));

        (await HttpProbe.Of(Url).Through(page.Client).Attempts(2).AskAsync(Clock)).Reason.Should().EndWith("Connection refused (test.example.com:8080).");
        (await HttpProbe.Of(Url).Through(page.Client).AskAsync(Clock)).Should().Be(GateVerdict.Continue);
    }

    [Fact]
    public async Task Probe_GoodAnswersButTooFewInTheTime_SaysSo()
    {
        using var page = new Page(Page.Answer(HttpStatusCode.OK));

        (await HttpProbe.Of(Url).Through(page.Client).Successes(5).Within(TimeSpan.FromSeconds(12)).AskAsync(Clock)).Reason.Should().Contain("3 of 5").And.EndWith("What went wrong last: the time was too short.");
    }

    [Fact]
    public async Task Probe_ExpectedStatus_IsGoodWhateverItIs()
    {
        using var page = new Page(Page.Answer(HttpStatusCode.Redirect));

        (await HttpProbe.Of(Url).Expecting(HttpStatusCode.Redirect, HttpStatusCode.OK).Through(page.Client).AskAsync(Clock)).Should().Be(GateVerdict.Continue);
        (await HttpProbe.Of(Url).Expecting(HttpStatusCode.OK, HttpStatusCode.NoContent).Through(page.Client).Attempts(1).AskAsync(Clock)).Reason.Should().Contain("status 302").And.EndWith("expected was 200 or 204.");
    }

    [Fact]
    public async Task Probe_Body_MustBeAsTold()
    {
        using var page = new Page(Page.Answer(HttpStatusCode.OK, "version 1"));

        (await HttpProbe.Of(Url).WithBodyContaining("version 1").Through(page.Client).AskAsync(Clock)).Should().Be(GateVerdict.Continue);
        (await HttpProbe.Of(Url).WithBodyContaining("version 2").Through(page.Client).Attempts(1).AskAsync(Clock)).Reason.Should().EndWith("status 200, body 'version 1': its body does not contain 'version 2'.");
        (await HttpProbe.Of(Url).WithBody(body => body.Length == 0).Through(page.Client).Attempts(1).AskAsync(Clock)).Reason.Should().EndWith("its body is not as expected.");
    }

    [Fact]
    public async Task Probe_Headers_AreSent()
    {
        using var page = new Page(Page.Answer(HttpStatusCode.OK));

        await HttpProbe.Of(Url).WithHeader("X-Probe", "one").WithHeader("Host", "shop.example.com").Successes(1).Through(page.Client).AskAsync(Clock);

        page.Requests[0].Headers.GetValues("X-Probe").Should().Equal("one");
        page.Requests[0].Headers.Host.Should().Be("shop.example.com");
    }

    [Fact]
    public async Task Probe_Cancelled_IsCancelled()
    {
        using var source = new CancellationTokenSource();
        using var page = new Page(async _ =>
        {
            await source.CancelAsync();
            throw new OperationCanceledException(source.Token);
        });

        await FluentActions.Awaiting(() => HttpProbe.Of(Url).Through(page.Client).AskAsync(Clock, source.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void Probe_WrongInput_IsRefusedAtOnce()
    {
        var probe = HttpProbe.Of(Url);
        Action[] calls =
        [
            () => HttpProbe.Of("/health"),
            () => HttpProbe.Of("ftp://example.com/"),
            () => probe.Expecting(),
            () => probe.WithBodyContaining(""),
            () => probe.WithHeader("Content-Type", "text/plain"),
            () => probe.WithHeader("X", "a\r\nb"),
            () => probe.Successes(0),
            () => probe.Attempts(0),
            () => probe.Within(TimeSpan.Zero),
            () => probe.Every(TimeSpan.FromSeconds(-1)),
            () => probe.TimeoutPerRequest(TimeSpan.MaxValue),
        ];

        calls.Should().AllSatisfy(call => call.Should().Throw<ArgumentException>());
    }
}
