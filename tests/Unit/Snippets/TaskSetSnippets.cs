namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/task-sets.md; it is compiled, and needs a file to run.</summary>
internal static class TaskSetSnippets
{
    public static Deployment Describe()
    {
        Deployment deployment = Deployment
            .For("web/shop")
            .WithTaskDef("taskdef.json")
            .Shift(TrafficShift.InSteps(TimeSpan.FromMinutes(10), 1, 5, 25, 100)) // any steps, with ten minutes between them
            .Gate(Stage.ProductionTraffic, CompareVersions) // asked after every step
            .RollBackOn(RollBackTrigger.Alarm("5xx-high"))
            .Bake(TimeSpan.FromMinutes(15))
            .ScaleWithTraffic() // new tasks come with their traffic
            .OnListenerDrift(ListenerDriftPolicy.RollBack)
            .Build();
        return deployment;
    }

    private static Task<GateVerdict> CompareVersions(GateContext context, CancellationToken cancellationToken) => Task.FromResult(GateVerdict.Continue);
}
