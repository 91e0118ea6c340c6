using BlueGreen.Ecs.Tests.Unit.Deploying.Faults;
using BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>Credentials that expire, and calls that are throttled, while a deployment is watched.</summary>
public sealed class AwsTroubleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.CodeDeploy, 403)]
    [InlineData(Engine.EcsNative, 400)]
    [InlineData(Engine.TaskSets, 403)]
    public async Task Deploy_CredentialsExpireAndAreRenewed_Succeeds(Engine engine, int status)
    {
        await using var bench = await new ServiceSetup { ReadyWait = TimeSpan.FromMinutes(30) }.CreateAsync(engine);
        bench.StartTraffic();
        await using var run = await StartAsync(bench);
        Expire(bench, status);
        bench.Simulator.After(TimeSpan.FromSeconds(20), bench.Simulator.Faults.Clear);

        (await bench.Clock.DriveAsync(run.Completion)).Outcome.Should().Be(DeploymentOutcome.Succeeded);
    }

    [Theory]
    [InlineData(Engine.CodeDeploy, 400)]
    [InlineData(Engine.EcsNative, 403)]
    [InlineData(Engine.TaskSets, 400)]
    public async Task Deploy_CredentialsStayExpired_SaysSoAndHowToTakeItUp(Engine engine, int status)
    {
        await using var bench = await new ServiceSetup { ReadyWait = TimeSpan.FromMinutes(30) }.CreateAsync(engine);
        bench.StartTraffic();
        await using var run = await StartAsync(bench);
        Expire(bench, status);

        var lost = (await bench.Invoking(one => one.Clock.DriveAsync(run.Completion)).Should().ThrowAsync<AwsCallException>()).Which;

        (lost.IsExpired, lost.ResumeToken).Should().Be((true, run.ResumeToken));
        lost.Message.Should().StartWith("The AWS credentials have expired").And.Contain("ResumeAsync").And.Contain($"{run.ResumeToken}");
        bench.Simulator.Faults.Clear();
        await using var again = await bench.StartProcess().Deployer.ResumeAsync(lost.ResumeToken!, DeploymentPath.Success.DeploymentFor(bench), Token);
        (await bench.Clock.DriveAsync(again.Completion)).Outcome.Should().Be(DeploymentOutcome.Succeeded);
        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        bench.Ask().Keys.Should().Equal("v2");
        bench.Traffic!.Counts.Failed.Should().Be(0);
    }

    [Theory]
    [InlineData(Engine.CodeDeploy)]
    [InlineData(Engine.EcsNative)]
    [InlineData(Engine.TaskSets)]
    public async Task Deploy_EveryFifthCallIsThrottled_Succeeds(Engine engine)
    {
        await using var bench = await new ServiceSetup { ReadyWait = TimeSpan.FromMinutes(30) }.CreateAsync(engine);
        bench.StartTraffic();
        await using var run = await StartAsync(bench);
        bench.Simulator.Faults.On("*").Every(5).Throttle();

        (await bench.Clock.DriveAsync(run.Completion)).Outcome.Should().Be(DeploymentOutcome.Succeeded);
        bench.Simulator.Faults.Clear();
        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        (await bench.Service.LeftOversAsync(bench)).Should().BeEmpty();
    }

    private static async Task<DeploymentRun> StartAsync(EngineBench bench) =>
        await bench.Clock.DriveAsync(bench.Deployer.StartAsync(DeploymentPath.Success.DeploymentFor(bench), Token));

    private static void Expire(EngineBench bench, int status) => bench.Simulator.Faults.On("*").Fail("ExpiredTokenException", "The security token included in the request is expired", status);
}
