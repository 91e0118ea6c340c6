using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Gates;

public sealed class MetricGateTests : IAsyncDisposable
{
    private const string Balancer = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/0001";
    private const string One = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web-1/0001";
    private const string Two = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web-2/0002";

    private readonly AwsSimulator _simulator = new();
    private readonly AmazonCloudWatchClient _cloudWatch;
    private readonly ServiceProvider _services;

    public MetricGateTests()
    {
        _cloudWatch = new(new BasicAWSCredentials("test", "test"), _simulator.Connect(new AmazonCloudWatchConfig { MaxErrorRetry = 0 }, "eu-west-1"));
        _services = new ServiceCollection().AddSingleton<IAmazonCloudWatch>(_cloudWatch).BuildServiceProvider();
    }

    private SimulatorClock Clock => _simulator.Clock;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static MetricGate Latency => MetricGate.AtMost(0.5, "Shop", "Latency");

    private static MetricGate Errors => MetricGate.AtMost(0.01, "Shop", "Errors").DividedBy("Requests").MinimumSamples(100);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _cloudWatch.Dispose();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Judge_EveryPeriodWithinTheBound_Continues()
    {
        var context = Context();
        await PutAsync("Latency", [0.4, 0.5]);

        (await AskAsync(Latency, context)).Should().Be(GateVerdict.Continue);
    }

    [Fact]
    public async Task Judge_OnePeriodBeyondTheBound_RollsBackAndTellsIt()
    {
        var context = Context();
        await PutAsync("Latency", [0.4]);
        await PutAsync("Latency", [0.7, 0.8]);
        await PutAsync("Latency", [0.3]);
        var bad = Clock.GetUtcNow().AddMinutes(-2).ToString("HH:mm", CultureInfo.InvariantCulture);

        (await AskAsync(Latency, context)).Reason.Should().Be($"Shop Latency (Average) was 0.75 from {bad} UTC on, of 4 samples; allowed is at most 0.5.");
        (await AskAsync(Latency.Statistic("Minimum"), context)).Reason.Should().Contain("(Minimum) was 0.7");
    }

    [Fact]
    public async Task Judge_AtLeast_LooksAtTheLowest()
    {
        var context = Context();
        await PutAsync("Hits", [10, 3]);

        (await AskAsync(MetricGate.AtLeast(3, "Shop", "Hits").Statistic("Minimum"), context)).Should().Be(GateVerdict.Continue);
        (await AskAsync(MetricGate.AtLeast(4, "Shop", "Hits").Statistic("Minimum"), context)).Reason.Should().EndWith("allowed is at least 4.");
    }

    [Fact]
    public async Task Judge_TooFewSamples_WaitsForMore()
    {
        var context = Context();
        await PutAsync("Latency", [0.9]);
        var begun = Clock.GetUtcNow();
        using var later = Clock.CreateTimer(_ => PutAsync("Latency", [0.1, 0.1], advance: false).GetAwaiter().GetResult(), null, TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);

        var verdict = await AskAsync(Latency.MinimumSamples(2).Window(TimeSpan.FromMinutes(2)), context);

        verdict.Should().Be(GateVerdict.Continue, "the slow one is not in the window any more");
        (Clock.GetUtcNow() - begun).Should().BeGreaterThan(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task Judge_TooFewSamplesToTheEnd_RollsBackOrAsSet()
    {
        var context = Context();
        var begun = Clock.GetUtcNow();

        var verdict = await AskAsync(Latency.MinimumSamples(50).Within(TimeSpan.FromMinutes(10)), context);

        verdict.Reason.Should().Be("Not enough data within 00:10:00: Shop Latency (Average) had 0 samples in its last 00:05:00, and needs 50.");
        (Clock.GetUtcNow() - begun).Should().Be(TimeSpan.FromMinutes(10));
        (await AskAsync(Latency.WhenSamplesAreTooFew(GateVerdict.Continue), context)).Should().Be(GateVerdict.Continue);
    }

    [Fact]
    public async Task Judge_DataFromBeforeTheDeployment_DoesNotCount()
    {
        await PutAsync("Latency", [9]);
        var context = Context();
        await PutAsync("Latency", [0.1]);

        (await AskAsync(Latency, context)).Should().Be(GateVerdict.Continue);
    }

    [Fact]
    public async Task Judge_TheRunningPeriod_DoesNotCount()
    {
        var context = Context();
        await PutAsync("Latency", [0.1]);
        await PutAsync("Latency", [9], advance: false);

        (await AskAsync(Latency, context)).Should().Be(GateVerdict.Continue);
    }

    [Fact]
    public async Task Ratio_OfTheWholeWindow_CountsMissingErrorsAsNone()
    {
        var context = Context();
        await PutAsync("Requests", Enumerable.Repeat(1.0, 200));

        (await AskAsync(Errors, context)).Should().Be(GateVerdict.Continue);
        await PutAsync("Errors", [3]);

        (await AskAsync(Errors, context)).Reason.Should().Contain("Shop Errors / Requests was 0.015").And.Contain("of 200 samples; allowed is at most 0.01.");
    }

    [Fact]
    public async Task NewVersion_IsTheTargetGroupThatDoesNotServe()
    {
        var gate = Latency.OfNewVersion(Balancer, One, Two);
        var context = Context();
        await PutAsync("Latency", [9], advance: false, group: "targetgroup/web-1/0001");
        await PutAsync("Latency", [0.1], group: "targetgroup/web-2/0002");

        (await AskAsync(gate, Serving(context, One))).Should().Be(GateVerdict.Continue);
        (await AskAsync(gate, Serving(context, Two))).Reason.Should().Contain("was 9");
        (await AskAsync(gate, context)).Reason.Should().Contain("is none of the pair targetgroup/web-1/0001");
    }

    [Fact]
    public async Task OverOldVersion_BoundsTheDifference()
    {
        var gate = MetricGate.AtMost(0.2, "Shop", "Latency").OfNewVersion(Balancer, One, Two).OverOldVersion();
        var context = Context();
        await PutAsync("Latency", [1.0], advance: false, group: "targetgroup/web-1/0001");
        await PutAsync("Latency", [1.1], group: "targetgroup/web-2/0002");

        (await AskAsync(gate, Serving(context, One))).Should().Be(GateVerdict.Continue);
        await PutAsync("Latency", [1.3], group: "targetgroup/web-2/0002");

        (await AskAsync(gate, Serving(context, One))).Reason.Should().Contain("was 1.3, 1 of the old version").And.EndWith("at most 0.2 over it.");
    }

    [Fact]
    public async Task Read_AwsRefuses_IsTriedAgain()
    {
        var context = Context();
        await PutAsync("Latency", [0.1]);
        _simulator.Faults.On("cloudwatch:GetMetricData").Call(1).Throttle();

        (await AskAsync(Latency, context)).Should().Be(GateVerdict.Continue);
    }

    [Fact]
    public async Task Read_NoClient_SaysSo() =>
        (await AskAsync(Latency, Context() with { Services = null })).Reason.Should().Contain("there is no CloudWatch client");

    [Fact]
    public async Task Read_OwnClient_IsUsed()
    {
        var context = Context() with { Services = null };
        await PutAsync("Latency", [0.1]);

        (await AskAsync(Latency.Through(_cloudWatch), context)).Should().Be(GateVerdict.Continue);
    }

    [Fact]
    public void WrongInput_IsRefusedAtOnce()
    {
        Action[] calls =
        [
            () => MetricGate.AtMost(double.NaN, "Shop", "Latency"),
            () => MetricGate.AtMost(1, "", "Latency"),
            () => Latency.WithDimension("", "x"),
            () => Latency.Statistic("p101"),
            () => Latency.Statistic("Mean"),
            () => Latency.Period(TimeSpan.FromSeconds(90)),
            () => Latency.Window(TimeSpan.Zero),
            () => Latency.MinimumSamples(0),
            () => Latency.DividedBy(" "),
            () => Latency.OfNewVersion(One, One, Two),
            () => Latency.OfNewVersion(Balancer, Balancer, Two),
        ];

        calls.Should().AllSatisfy(call => call.Should().Throw<ArgumentException>());
    }

    private GateContext Context() => Asking.Context(Clock, _services);

    private static GateContext Serving(GateContext context, string targetGroup) => context with { Plan = context.Plan with { Service = context.Plan.Service with { TargetGroupArn = targetGroup } } };

    private Task<GateVerdict> AskAsync(MetricGate gate, GateContext context) => Clock.DriveAsync(gate.DecideAsync(context, Token));

    private async Task PutAsync(string metric, IEnumerable<double> values, bool advance = true, string? group = null)
    {
        var datum = new MetricDatum { MetricName = metric, Values = [.. values], Dimensions = group is null ? [] : [new() { Name = "LoadBalancer", Value = "app/web/0001" }, new() { Name = "TargetGroup", Value = group }] };
        await _cloudWatch.PutMetricDataAsync(new() { Namespace = "Shop", MetricData = [datum] }, Token);
        if (advance)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
