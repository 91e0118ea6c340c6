using System.Globalization;
using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.Runtime;
using BlueGreen.Ecs.Benchmarks.Simulator;
using BlueGreen.Ecs.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Watching;

/// <summary>Many deployments of one process, in virtual time. The clients do not retry: a call that is throttled fails.</summary>
public sealed class FleetTests
{
    private const int Services = 100;

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task Deploy_AHundredServices_AllEndRightWithinThePublishedRates(double secondsBetween, bool throttles)
    {
        await using var aws = new AwsSimulator(new AwsSimulatorOptions { HistoryLimit = 1_000_000, Throttling = throttles });
        _ = new Fleet(aws, Services);

        var (results, events) = await DeployAsync(aws, Services, TimeSpan.FromSeconds(secondsBetween));

        results.Should().OnlyContain(one => one.Result.Outcome == DeploymentOutcome.Succeeded && one.Result.Last.GreenPercent == 100);
        events.Should().NotContain(one => one.Kind == "throttle");
        Calls(events, "codedeploy.GetDeployment").Should().BeEmpty("deployments are read together");
        Most(events, "codedeploy.BatchGetDeployments", TimeSpan.FromSeconds(1)).Should().BeLessThanOrEqualTo(10);
        Most(events, "elbv2.Describe", TimeSpan.FromMinutes(1)).Should().BeLessThanOrEqualTo(20 + (60 * 5) + Services, "every plan reads once beside them");
        MostReads(events).Should().BeLessThanOrEqualTo(20 + (60 * 10));
        var late = results.Select(one => (one.EndedAt - SucceededAt(events, one.Result.DeploymentId)).TotalSeconds).Order().ToList();
        late[^1].Should().BeLessThan(throttles ? 3 : 25, "{0}", string.Join(' ', late));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"watching: {Services} runs, {secondsBetween} s between two: known after a median of {late[Services / 2]:F2} s, at worst {late[^1]:F2} s; at most in a minute: {Minute("codedeploy.BatchGetDeployments")} BatchGetDeployments, {Minute("codedeploy.BatchGetDeploymentTargets")} BatchGetDeploymentTargets, {Minute("elbv2.DescribeRules")} DescribeRules; {Calls(events, "codedeploy.BatchGetDeployments").Count} BatchGetDeployments in all"));

        int Minute(string call) => Most(events, call, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Deploy_OneService_LooksThinOutInTheWaitsAndComeCloseTogetherTowardsTheirEnds()
    {
        await using var aws = new AwsSimulator();
        _ = new Fleet(aws, 1);

        var (results, events) = await DeployAsync(aws, 1, TimeSpan.Zero);

        var looks = Calls(events, "codedeploy.BatchGetDeployments");
        var (deployment, pauses) = (results[0].Result.DeploymentId, looks.Zip(looks.Skip(1), (one, next) => (At: next, Pause: (next - one).TotalSeconds)).ToList());
        looks.Should().HaveCountLessThan(200, "the deployment takes more than eleven minutes");
        pauses.Max(one => one.Pause).Should().BeInRange(15, 18);
        pauses.Last().Pause.Should().BeLessThan(1.2);
        pauses.First(one => one.At > events.First(happened => happened.Message == "AllowTraffic succeeded").Time).Pause.Should().BeLessThan(1.2);
        (results[0].EndedAt - SucceededAt(events, deployment)).Should().BeLessThan(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task Deploy_TheSameServicesTwice_HistoryAndEndsAreTheSame()
    {
        (await PlayAsync()).Should().Be(await PlayAsync());

        static async Task<string> PlayAsync()
        {
            await using var aws = new AwsSimulator();
            _ = new Fleet(aws, 7);
            var (results, _) = await DeployAsync(aws, 7, TimeSpan.FromSeconds(3.3));
            return $"{aws.History}{string.Join('\n', results)}";
        }
    }

    private static async Task<(IReadOnlyList<(DeploymentResult Result, DateTimeOffset EndedAt)> Results, IReadOnlyList<SimulatorEvent> Events)> DeployAsync(AwsSimulator aws, int services, TimeSpan between)
    {
        var (credentials, region) = (new BasicAWSCredentials("test", "test"), Fleet.RegionOf(0));
        await using var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(aws.Clock)
            .AddSingleton<IAmazonECS>(new AmazonECSClient(credentials, aws.Connect(new AmazonECSConfig { MaxErrorRetry = 0 }, region)))
            .AddSingleton<IAmazonCodeDeploy>(new AmazonCodeDeployClient(credentials, aws.Connect(new AmazonCodeDeployConfig { MaxErrorRetry = 0 }, region)))
            .AddSingleton<IAmazonElasticLoadBalancingV2>(new AmazonElasticLoadBalancingV2Client(credentials, aws.Connect(new AmazonElasticLoadBalancingV2Config { MaxErrorRetry = 0 }, region)))
            .AddBlueGreenEcs()
            .BuildServiceProvider();
        var deployer = provider.GetRequiredService<IDeployer>();
        var before = aws.History.Count;
        var results = await aws.Clock.DriveAsync(Task.WhenAll(Enumerable.Range(0, services).Select(RunAsync)));
        return (results, [.. aws.History.Skip(before)]);

        async Task<(DeploymentResult, DateTimeOffset)> RunAsync(int service)
        {
            await Task.Delay(service * between, aws.Clock, TestContext.Current.CancellationToken).ConfigureAwait(false);
            var deployment = Deployment
                .For($"{Fleet.Application}/{Fleet.NameOf(service)}")
                .WithTaskDef(running => running.WithContainer("app", container => container.WithImage("web:v2")))
                .WithCodeDeploy(Fleet.Application, Fleet.NameOf(service))
                .Shift(TrafficShift.Canary10Percent5Minutes)
                .Build();
            var result = await deployer.DeployAsync(deployment, cancellationToken: TestContext.Current.CancellationToken).ConfigureAwait(false);
            return (result, aws.Clock.GetUtcNow());
        }
    }

    private static DateTimeOffset SucceededAt(IReadOnlyList<SimulatorEvent> events, string deployment) =>
        events.Single(one => one.Kind == "deployment" && one.Subject == deployment && one.Message == "Succeeded").Time;

    private static List<DateTimeOffset> Calls(IReadOnlyList<SimulatorEvent> events, string call) =>
        [.. events.Where(one => one.Kind == "call" && (call.EndsWith("Describe", StringComparison.Ordinal) ? one.Subject.StartsWith(call, StringComparison.Ordinal) : one.Subject == call)).Select(one => one.Time)];

    private static int Most(IReadOnlyList<SimulatorEvent> events, string call, TimeSpan within) => Most(Calls(events, call), within);

    private static int MostReads(IReadOnlyList<SimulatorEvent> events) =>
        Most([.. Calls(events, "codedeploy.BatchGetDeployments").Concat(Calls(events, "codedeploy.BatchGetDeploymentTargets")).Order()], TimeSpan.FromMinutes(1));

    // The most calls in any time of that length.
    private static int Most(List<DateTimeOffset> calls, TimeSpan within)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < calls.Count; last++)
        {
            while (calls[last] - calls[first] >= within)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
