using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Deploying;

public sealed class FailureTests
{
    [Fact]
    public async Task Deploy_NewVersionFailsHealthChecks_IsRolledBackWithTheCause()
    {
        await using var bench = await TestBench.CreateAsync();
        bench.Simulator.Images[TestBench.Image + "v2"] = new ImageBehavior { Respond = _ => new SimulatedResponse(500, "v2 is broken") };

        var (result, events) = await bench.RunAsync(TestBench.Deploy());

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.ErrorCode.Should().Be("MANUAL_STOP");
        result.Reason.Should().Contain("no progress within 00:15:00");
        result.Duration.Should().BeLessThan(TimeSpan.FromMinutes(25), "CodeDeploy alone would take an hour");
        result.RollBackId.Should().StartWith("d-").And.NotBe(result.DeploymentId);
        result.Last.BluePercent.Should().Be(100);
        var cause = result.Findings.Should().ContainSingle().Which;
        cause.Code.Should().Be("BG916");
        cause.Message.Should().Contain("Health checks failed with these codes: [500]");
        cause.Subject.Should().EndWith(TargetGroup(bench.Environment.TargetGroupArns[1]));
        cause.Evidence.Should().Contain(line => line.Contains("is unhealthy in", StringComparison.Ordinal)).And.Contain(line => line.StartsWith("log ", StringComparison.Ordinal));
        events.Should().OnlyContain(e => e.GreenPercent == 0);
        bench.Ask(20).Should().ContainKey("v1").And.HaveCount(1);
        result.Invoking(r => r.EnsureSucceeded()).Should().Throw<DeploymentFailedException>().Which.Result.Should().BeSameAs(result);
    }

    [Fact]
    public async Task Deploy_ContainerExits_IsRolledBack()
    {
        await using var bench = await TestBench.CreateAsync();
        bench.Simulator.Images[TestBench.Image + "v2"] = new ImageBehavior { ExitCode = 1 };

        var (result, _) = await bench.RunAsync(TestBench.Deploy());

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Findings[0].Code.Should().Be("BG903");
        result.Findings[0].Message.Should().Contain("labo-terraform-admin").And.Contain("code 1");
        bench.Ask(10).Should().ContainKey("v1").And.HaveCount(1);
    }

    [Fact]
    public async Task Deploy_ImageCannotBePulled_SaysSo()
    {
        await using var bench = await TestBench.CreateAsync();
        bench.Simulator.Images[TestBench.Image + "v2"] = new ImageBehavior { PullError = "manifest unknown" };

        var (result, _) = await bench.RunAsync(TestBench.Deploy());

        result.Findings.Should().ContainSingle().Which.Code.Should().Be("BG904");
        result.Findings[0].Message.Should().Contain("manifest unknown");
        result.Invoking(r => r.EnsureSucceeded()).Should().Throw<DeploymentFailedException>().WithMessage("*BG904*manifest unknown*");
    }

    [Fact]
    public async Task Deploy_AlarmDuringCanary_GoesBackWithinAMinute()
    {
        await using var bench = await TestBench.CreateAsync();
        bench.Simulator.SetAlarmState("5xx-high", "OK", region: bench.Environment.Region);
        DateTimeOffset? red = null;

        var (result, events) = await bench.RunAsync(TestBench.Deploy().RollBackOn(RollBackTrigger.Alarm("5xx-high")), happened =>
        {
            if (happened.GreenPercent > 0 && red is null)
            {
                red = bench.Clock.GetUtcNow();
                bench.Simulator.SetAlarmState("5xx-high", "ALARM", "too many errors", bench.Environment.Region);
            }
        });

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.ErrorCode.Should().Be("ALARM_ACTIVE");
        (events.First(e => e.Message.StartsWith("ALARM_ACTIVE", StringComparison.Ordinal)).Time - red!.Value).Should().BeLessThan(TimeSpan.FromMinutes(1));
        bench.Ask(10).Should().ContainKey("v1").And.HaveCount(1);
    }

    [Fact]
    public async Task Gate_SaysRollBack_NoProductionTrafficReachesTheNewVersion()
    {
        await using var bench = await TestBench.CreateAsync(new SeedEnvironmentOptions { ReadyWait = TimeSpan.FromMinutes(30) });

        var (result, events) = await bench.RunAsync(TestBench.Deploy().Gate(Stage.TestTraffic, (context, _) =>
        {
            context.Observation.GreenTasks.Running.Should().Be(2);
            return Task.FromResult(GateVerdict.RollBack("the smoke test failed"));
        }));

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().Contain("the smoke test failed");
        events.Should().OnlyContain(e => e.GreenPercent == 0);
    }

    [Fact]
    public async Task Gate_Throws_RollsBackWithTheMessage()
    {
        await using var bench = await TestBench.CreateAsync(new SeedEnvironmentOptions { ReadyWait = TimeSpan.FromMinutes(30) });

        var (result, _) = await bench.RunAsync(TestBench.Deploy().Gate(Stage.TestTraffic, (_, _) => throw new InvalidOperationException("no answer")));

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().Contain("no answer");
    }

    [Fact]
    public async Task Gate_SaysContinue_TheDeploymentGoesOn()
    {
        await using var bench = await TestBench.CreateAsync(new SeedEnvironmentOptions { ReadyWait = TimeSpan.FromMinutes(30) });
        var asked = 0;

        var (result, _) = await bench.RunAsync(TestBench.Deploy().Gate(Stage.TestTraffic, (_, _) =>
        {
            asked++;
            return Task.FromResult(GateVerdict.Continue);
        }));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        asked.Should().Be(1);
    }

    [Fact]
    public async Task Deploy_HookFunctionMissing_FailsAndGoesBack()
    {
        await using var bench = await TestBench.CreateAsync();
        var spec = new AppSpec { ContainerName = "labo-terraform-admin", ContainerPort = 5000, Hooks = [new(HookEvent.AfterInstall, "no-such-function")] };

        var (result, _) = await bench.RunAsync(TestBench.Deploy().WithAppSpec(spec));

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        result.Reason.Should().NotBeNullOrEmpty();
    }

    private static string TargetGroup(string arn) => arn[(arn.LastIndexOf(':') + 1)..];
}
