using BlueGreen.Ecs.Tests.Unit.Deploying.Faults;
using BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>Machines whose clock is minutes off AWS's.</summary>
public sealed class ClockSkewTests
{
    [Theory]
    [InlineData(Engine.CodeDeploy, 10)]
    [InlineData(Engine.CodeDeploy, -10)]
    [InlineData(Engine.EcsNative, 10)]
    [InlineData(Engine.EcsNative, -10)]
    [InlineData(Engine.TaskSets, 10)]
    [InlineData(Engine.TaskSets, -10)]
    public async Task Deploy_ClockIsOff_SucceedsOrGoesBackInTheSameTime(Engine engine, int minutesAhead)
    {
        foreach (var path in DeploymentPath.All)
        {
            var right = await RunAsync(engine, path, TimeSpan.Zero);
            var skewed = await RunAsync(engine, path, TimeSpan.FromMinutes(minutesAhead));

            (skewed.Outcome, skewed.Reason).Should().Be((path.Outcome, right.Reason));
            skewed.Duration.Should().BeCloseTo(right.Duration, TimeSpan.FromMinutes(1));
        }
    }

    private static async Task<DeploymentResult> RunAsync(Engine engine, DeploymentPath path, TimeSpan ahead)
    {
        await using var bench = await new ServiceSetup { ReadyWait = TimeSpan.FromMinutes(30) }.CreateAsync(engine);
        bench.StartTraffic();
        bench.StartProcess(ahead: ahead);
        var result = await bench.Clock.DriveAsync(bench.Deployer.DeployAsync(path.DeploymentFor(bench), cancellationToken: TestContext.Current.CancellationToken));
        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        bench.Ask().Keys.Should().Equal(path.Serving);
        bench.Traffic!.Counts.Failed.Should().Be(0);
        return result;
    }
}
