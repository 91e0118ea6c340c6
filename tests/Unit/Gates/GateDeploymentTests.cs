using System.Net;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Unit.Deploying;

namespace BlueGreen.Ecs.Tests.Unit.Gates;

/// <summary>Ready-made gates in whole deployments.</summary>
public sealed class GateDeploymentTests
{
    [Theory]
    [InlineData(0, DeploymentOutcome.Succeeded)]
    [InlineData(10, DeploymentOutcome.RolledBack)]
    public async Task MetricGate_ErrorsOfTheNewVersion_AreFoundBehindTheFirstStep(int everyNth, DeploymentOutcome outcome)
    {
        await using var bench = await ExternalService.CreateAsync();
        var service = (ExternalService)bench.Service;
        var answers = 0;
        bench.Simulator.Images[$"{service.Image}v2"] = new ImageBehavior
        {
            Respond = _ => everyNth > 0 && ++answers % everyNth == 0 ? new SimulatedResponse(500, "broken") : new SimulatedResponse(200, "fine"),
        };
        bench.StartTraffic();

        var (result, events) = await bench.RunAsync(service.Deploy().Gate(
            Stage.ProductionTraffic,
            MetricGate.AtMost(0.02, "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count")
                .DividedBy("RequestCount")
                .OfNewVersion(service.LoadBalancerArn, service.Blue, service.Green)
                .MinimumSamples(30)));

        result.Outcome.Should().Be(outcome, result.Reason);
        events.Max(e => e.GreenPercent).Should().Be(outcome == DeploymentOutcome.Succeeded ? 100 : 10);
        if (outcome == DeploymentOutcome.RolledBack)
        {
            result.Reason.Should().StartWith("AWS/ApplicationELB HTTPCode_Target_5XX_Count / RequestCount was 0.").And.EndWith("allowed is at most 0.02.");
        }
    }

    [Fact]
    public async Task HttpProbe_OfTheTestListener_MeetsTheNewVersion()
    {
        await using var bench = await NativeService.CreateAsync();
        using var page = new Page(_ =>
        {
            var answer = bench.Simulator.SendRequest(bench.Service.TestListenerArn);
            return Page.Answer((HttpStatusCode)answer.StatusCode, $"version {answer.Version}")(default);
        });

        var (result, _) = await bench.RunAsync(bench.Service.Deploy()
            .Gate(Stage.TestTraffic, HttpProbe.Of("http://test.example.com/").WithBodyContaining("version v2").Successes(5).Through(page.Client)));

        result.EnsureSucceeded();
        page.Requests.Should().HaveCount(5);
    }

    [Fact]
    public async Task ManualApproval_NobodyAnswers_IsRolledBackInTheGatesTime()
    {
        await using var bench = await NativeService.CreateAsync();

        var (result, events) = await bench.RunAsync(bench.Service.Deploy().Gate(Stage.TestTraffic, ManualApproval.AskedBy((_, _) => Task.CompletedTask).Within(TimeSpan.FromMinutes(20))));

        (result.Outcome, result.Reason).Should().Be((DeploymentOutcome.RolledBack, "Nobody has approved in time."));
        events.Should().OnlyContain(e => e.GreenPercent == 0);
        result.Duration.Should().BeGreaterThan(TimeSpan.FromMinutes(20)).And.BeLessThan(TimeSpan.FromMinutes(30));
    }
}
