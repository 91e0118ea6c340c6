namespace BlueGreen.Ecs.Tests.Unit.Snippets;

/// <summary>The code of docs/ecs-native.md; it is compiled, and needs the file to run.</summary>
internal static class EcsNativeSnippets
{
    public static Deployment Describe(Func<GateContext, CancellationToken, Task<GateVerdict>> smokeTest)
    {
        var deployment = Deployment
            .For("web/labo-terraform-admin")
            .WithTaskDef("taskdef.json")
            .WithImage("IMAGE1_NAME", "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/labo-terraform-admin:v2")
            .Shift(TrafficShift.Canary(0.5, TimeSpan.FromMinutes(10))) // CANARY, 0.5 percent for ten minutes
            .Bake(TimeSpan.FromMinutes(5)) // bakeTimeInMinutes
            .Gate(Stage.TestTraffic, smokeTest) // a PAUSE hook at POST_TEST_TRAFFIC_SHIFT
            .RollBackOn(RollBackTrigger.Alarm("5xx-high"))
            .Build();

        return deployment;
    }
}
