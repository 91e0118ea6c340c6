using static BlueGreen.Ecs.TrafficShift;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/gates.md; what it does is tested in <c>Deploying</c>.</summary>
internal static class GateSnippets
{
    public static Deployment WithHealthPage(HttpClient http, string image)
    {
        Deployment deployment = Deployment.For("web/labo-terraform-admin")
            .WithTaskDef(running => running.WithContainer("labo-terraform-admin", app => app.WithImage(image)))
            .Shift(Canary10Percent5Minutes)
            .Gate(Stage.TestTraffic, async (context, token) =>
            {
                using var answer = await http.GetAsync(new Uri("http://test.example.com:8080/health"), token);
                return answer.IsSuccessStatusCode ? GateVerdict.Continue : GateVerdict.RollBack($"The health page answered {(int)answer.StatusCode}.");
            })
            .Build();
        return deployment;
    }

    public static Deployment WithReadyMadeGates(IChat chat, string loadBalancerArn, string targetGroupArn, string otherTargetGroupArn)
    {
        Deployment deployment = Deployment.For("web/shop")
            .WithTaskDef("taskdef.json")
            .Shift(Canary10Percent5Minutes)
            .Gate(Stage.TestTraffic, HttpProbe.Of("http://test.example.com:8080/health").WithBodyContaining("ready").Successes(5).Within(TimeSpan.FromMinutes(3)))
            .Gate(Stage.TestTraffic, ManualApproval.AskedBy((approval, token) => chat.AskAsync(approval, token)).Within(TimeSpan.FromMinutes(30)))
            .Gate(Stage.ProductionTraffic, MetricGate.AtMost(0.01, "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count")
                .DividedBy("RequestCount")
                .OfNewVersion(loadBalancerArn, targetGroupArn, otherTargetGroupArn)
                .MinimumSamples(100))
            .Build();
        return deployment;
    }

    internal interface IChat
    {
        Task AskAsync(Approval approval, CancellationToken cancellationToken);
    }
}
