using static BlueGreen.Ecs.TrafficShift;

namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/guards.md; what it does is tested in <c>Deploying/Guards</c>.</summary>
internal static class GuardSnippets
{
    public static Deployment WithoutScaling()
    {
        Deployment deployment = Deployment.For("web/shop")
            .WithTaskDef("taskdef.json")
            .Shift(Canary10Percent5Minutes)
            .SuspendScaling() // until the deployment has ended, however it does
            .Build();
        return deployment;
    }
}
