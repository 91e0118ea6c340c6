using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

public sealed class FailureTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Deploy_NewVersionFailsHealthChecks_TheCircuitBreakerRollsBackAndTheCauseIsNamed(int before)
    {
        await using var bench = await NativeService.CreateAsync();
        for (var i = 0; i < before; i++)
        {
            (await bench.RunAsync(bench.Service.Deploy("v1"))).Result.EnsureSucceeded();
        }

        bench.Simulator.Images[bench.Service.Image + "v2"] = new ImageBehavior { Respond = _ => new SimulatedResponse(500, "v2 is broken") };

        var (result, events) = await bench.RunAsync(bench.Service.Deploy());

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().Contain("circuit breaker");
        result.Last.BluePercent.Should().Be(100);
        var cause = result.Findings.Should().ContainSingle().Which;
        cause.Code.Should().Be("BG916");
        cause.Message.Should().Contain("Health checks failed with these codes: [500]");
        events.Should().OnlyContain(e => e.GreenPercent == 0);
        bench.Ask().Should().ContainKey("v1").And.HaveCount(1);
        result.Invoking(r => r.EnsureSucceeded()).Should().Throw<DeploymentFailedException>();
    }

    [Fact]
    public async Task Deploy_HopelessWithoutCircuitBreaker_IsGivenUpWithoutProgress()
    {
        await using var bench = await NativeService.CreateAsync(configuration => configuration.DeploymentCircuitBreaker = null);
        bench.Simulator.Images[bench.Service.Image + "v2"] = new ImageBehavior { Respond = _ => new SimulatedResponse(500, "v2 is broken") };

        var plan = await bench.Deployer.PlanAsync(bench.Service.Deploy().Build(), TestContext.Current.CancellationToken);
        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        plan.Findings.Should().ContainSingle().Which.Code.Should().Be("BG220");
        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Duration.Should().BeLessThan(TimeSpan.FromMinutes(25));
        result.Findings[0].Code.Should().Be("BG916");
        bench.Ask().Should().ContainKey("v1").And.HaveCount(1);
    }

    [Fact]
    public async Task Deploy_CircuitBreakerWithoutRollBack_HasFailed()
    {
        await using var bench = await NativeService.CreateAsync(configuration => configuration.DeploymentCircuitBreaker.Rollback = false);
        bench.Simulator.Images[bench.Service.Image + "v2"] = new ImageBehavior { PullError = "manifest unknown" };

        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        result.Outcome.Should().Be(DeploymentOutcome.Failed);
        result.Reason.Should().Contain("circuit breaker");
        result.Last.GreenPercent.Should().Be(0);
    }

    [Theory]
    [InlineData("BG904")]
    [InlineData("BG903")]
    public async Task Deploy_NewVersionDoesNotStart_SaysWhy(string code)
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Images[bench.Service.Image + "v2"] = code == "BG904" ? new ImageBehavior { PullError = "manifest unknown" } : new ImageBehavior { ExitCode = 1 };

        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Findings[0].Code.Should().Be(code);
        bench.Ask().Should().ContainKey("v1").And.HaveCount(1);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Deploy_AlarmWhileTrafficMovesOrBakes_GoesBack(double percent)
    {
        await using var bench = await NativeService.CreateAsync();

        var (result, events) = await bench.RunAsync(bench.Service.Deploy().Bake(TimeSpan.FromMinutes(10)).RollBackOn(RollBackTrigger.Alarm(NativeService.Alarm)), happened =>
        {
            if (happened.GreenPercent >= percent)
            {
                bench.Simulator.SetAlarmState(NativeService.Alarm, "ALARM", "too many errors", bench.Service.Region);
            }
        });

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().Contain(NativeService.Alarm);
        events.Max(e => e.GreenPercent).Should().Be(percent);
        events.Should().Contain(e => e.Stage == Stage.RollBack);
        bench.Ask().Should().ContainKey("v1").And.HaveCount(1);
    }

    [Fact]
    public async Task Deploy_AlarmsOfTheService_AreKeptBesideTheDeploymentsOwn()
    {
        await using var bench = await NativeService.CreateAsync(configuration => configuration.Alarms = new() { AlarmNames = ["latency"], Enable = true, Rollback = true });

        var (result, _) = await bench.RunAsync(bench.Service.Deploy().RollBackOn(RollBackTrigger.Alarm(NativeService.Alarm)));

        result.EnsureSucceeded();
        (await ((NativeService)bench.Service).DescribeAsync(bench)).DeploymentConfiguration.Alarms.AlarmNames.Should().Equal("latency", NativeService.Alarm);
    }

    [Theory]
    [InlineData("ROLLBACK", DeploymentOutcome.RolledBack, 0)]
    [InlineData("ABORT", DeploymentOutcome.Failed, 10)]
    public async Task Deploy_StoppedBySomebodyElse_SaysSo(string how, DeploymentOutcome outcome, double greenPercent)
    {
        await using var bench = await NativeService.CreateAsync();
        var isStopped = false;

        var (result, _) = await bench.RunAsync(bench.Service.Deploy(), happened =>
        {
            if (happened.GreenPercent == 10 && !isStopped)
            {
                isStopped = true;
                _ = StopAsync();
            }
        });

        result.Outcome.Should().Be(outcome);
        result.Reason.Should().Contain("by a user");
        result.Last.GreenPercent.Should().Be(greenPercent);

        async Task StopAsync()
        {
            var open = await ((NativeService)bench.Service).ListOpenAsync(bench);
            await bench.Ecs.StopServiceDeploymentAsync(new() { ServiceDeploymentArn = open[0].ServiceDeploymentArn, StopType = how }, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Deploy_ServiceIsDeletedMeanwhile_HasFailed()
    {
        await using var bench = await NativeService.CreateAsync();
        var isDeleted = false;

        var (result, _) = await bench.RunAsync(bench.Service.Deploy(), happened =>
        {
            if (happened.GreenPercent == 10 && !isDeleted)
            {
                isDeleted = true;
                _ = bench.Ecs.DeleteServiceAsync(new() { Cluster = "web", Service = "labo-terraform-admin", Force = true }, TestContext.Current.CancellationToken);
            }
        });

        result.Outcome.Should().Be(DeploymentOutcome.Failed);
        result.Reason.Should().Contain("deleted");
    }

    [Fact]
    public async Task Deploy_SupersededBySomebodyElse_HasFailed()
    {
        await using var bench = await NativeService.CreateAsync();
        var isUpdated = false;

        var (result, _) = await bench.RunAsync(bench.Service.Deploy(), happened =>
        {
            if (happened.GreenPercent == 10 && !isUpdated)
            {
                isUpdated = true;
                _ = ((NativeService)bench.Service).UpdateAsync(bench, request => request.ForceNewDeployment = true);
            }
        });

        result.Outcome.Should().Be(DeploymentOutcome.Failed);
        result.Reason.Should().Contain("superseded");
    }
}
