using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Simulator;

/// <summary>The clock is run until something has happened, or until nothing happens any more.</summary>
public sealed class RunUntilTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task RunUntil_ConditionHolds_StopsAtTheEventThatMadeItHold()
    {
        await using var world = await SeedWorld.CreateAsync();
        var clock = world.Simulator.Clock;
        var began = clock.GetUtcNow();
        var id = world.Deploy();

        var passed = clock.RunUntil(() => world.Status(id) == "InProgress", Hour);

        passed.Should().BePositive().And.Be(clock.GetUtcNow() - began).And.BeLessThan(TimeSpan.FromMinutes(1));
        clock.RunUntil(() => world.Status(id) == "InProgress", Hour).Should().Be(TimeSpan.Zero, "it holds already");
    }

    [Fact]
    public async Task RunUntil_ConditionOnTime_IsAskedAtTheEnd()
    {
        await using var aws = new AwsSimulator();
        var end = aws.Clock.GetUtcNow() + Hour;

        aws.Clock.RunUntil(() => aws.Clock.GetUtcNow() == end, Hour).Should().Be(Hour);
    }

    [Fact]
    public async Task RunUntil_NeverHolds_TellsWhatIsStillToCome()
    {
        await using var world = await SeedWorld.CreateAsync();
        var began = world.Simulator.Clock.GetUtcNow();
        var id = world.Deploy();

        var running = () => world.Simulator.Clock.RunUntil(() => world.Status(id) == "Failed", TimeSpan.FromSeconds(1));

        running.Should().Throw<TimeoutException>().WithMessage($"What was waited for did not happen within 00:00:01 of simulated time. Still to come: 'deployment {id} *' at 2026-*");
        world.Simulator.Clock.GetUtcNow().Should().Be(began.AddSeconds(1));
    }

    [Fact]
    public async Task RunUntil_NothingUnderWay_SaysSo()
    {
        await using var aws = new AwsSimulator();

        aws.Invoking(one => one.Clock.RunUntil(() => false, Hour)).Should().Throw<TimeoutException>().WithMessage("*Nothing is under way any more.");
    }

    [Fact]
    public async Task RunUntilIdle_Deployment_RunsToItsEndAndNoFurther()
    {
        await using var world = await SeedWorld.CreateAsync();
        var id = world.Deploy();

        world.Simulator.Clock.RunUntilIdle(Hour).Should().BeLessThan(TimeSpan.FromMinutes(20));

        world.Status(id).Should().Be("Succeeded");
        world.Simulator.Clock.RunUntilIdle(Hour).Should().Be(TimeSpan.Zero, "health checks go on, and nothing else");
    }

    [Fact]
    public async Task RunUntilIdle_TrafficAndAlarms_DoNotCount()
    {
        await using var world = await SeedWorld.CreateAsync();
        var aws = world.Simulator;
        aws.Call("cloudwatch.PutMetricAlarm", new()
        {
            ["AlarmName"] = "5xx",
            ["MetricName"] = "HTTPCode_Target_5XX_Count",
            ["Namespace"] = "AWS/ApplicationELB",
            ["Statistic"] = "Sum",
            ["Period"] = 60,
            ["EvaluationPeriods"] = 1,
            ["Threshold"] = 1,
            ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
        });
        using var flow = aws.Traffic.Start(world.Seed.ProductionListenerArn, perSecond: 1);

        aws.Clock.RunUntilIdle(Hour).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task RunUntilIdle_ActionToCome_IsWaitedFor()
    {
        await using var aws = new AwsSimulator();
        var happened = false;
        aws.After(TimeSpan.FromMinutes(7), () => happened = true);

        aws.Clock.RunUntilIdle(Hour).Should().Be(TimeSpan.FromMinutes(7));

        happened.Should().BeTrue();
    }

    [Fact]
    public async Task RunUntilIdle_TasksThatNeverStart_TellsThem()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Images[world.Seed.ImageV2].CannotBePulled("manifest unknown");
        world.Deploy();

        world.Invoking(one => one.Simulator.Clock.RunUntilIdle(TimeSpan.FromMinutes(5))).Should().Throw<TimeoutException>()
            .WithMessage("The simulated AWS did not come to rest within 00:05:00 of simulated time. Still to come: '*");
    }

    [Fact]
    public async Task RunUntil_RealTime_IsRefused()
    {
        await using var aws = new AwsSimulator(new() { TimeScale = 60 });

        aws.Invoking(one => one.Clock.RunUntilIdle(Hour)).Should().Throw<InvalidOperationException>();
        aws.Invoking(one => one.Clock.RunUntil(() => true, Hour)).Should().Throw<InvalidOperationException>();
    }
}
