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
}
