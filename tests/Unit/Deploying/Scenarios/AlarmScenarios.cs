namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Alarms, and versions that break only when they have traffic.</summary>
internal static class AlarmScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        new("an alarm that stays green") { Deployment = Watched },
        new("the alarm is red before the start")
        {
            World = scene => scene.SetAlarm("ALARM"),
            Deployment = Watched,
            Expected = Expectation.RolledBack(Stage.Install, 0) with { Reason = Scene.Alarm, Cause = "BG931" },
            Elsewhere = new Dictionary<Engine, Expectation>
            {
                // ECS does not watch an alarm that was red before, so that a cure can be deployed: the plan warns (BG222).
                [Engine.EcsNative] = Expectation.Success,
                [Engine.TaskSets] = Expectation.Refused("BG238"),
            },
        },
        Red("the alarm goes off while the new version starts", When.Installing, Expectation.RolledBack(Stage.Install, 0)),
        Red("the alarm goes off while traffic moves", When.Shifting, Expectation.RolledBack(Stage.ProductionTraffic, 0, 10, 0)),
        Red("the alarm goes off in the bake time", When.Baking, Expectation.RolledBack(Stage.Bake, 0, 10, 100, 0)) with { Service = new() { Bake = TimeSpan.FromMinutes(10) } },
        Red("the alarm goes off while a gate is asked", When.Testing, Expectation.RolledBack(Stage.TestTraffic, 0)) with
        {
            Service = new() { ReadyWait = TimeSpan.FromMinutes(30) },
            Deployment = scene => Watched(scene).Gate(Stage.TestTraffic, Gates.PassAfter(scene, TimeSpan.FromMinutes(10))),
        },
        new("the new version answers errors as soon as it has traffic: the alarm stops it")
        {
            World = scene => scene.Image().Respond = request => new(IsMeasured(scene) ? 500 : 200, "v2"),
            Deployment = Watched,
            Meanwhile = (When.Shifting, scene =>
            {
                scene.Notes.Add("measured");
                return AlarmSoon(scene);
            }),
            Expected = Expectation.RolledBack(Stage.ProductionTraffic, 0, 10, 0) with { MayFailRequests = true, Cause = "BG916" },
        },
        new("the new version crashes in the middle of the shift: the alarm stops it")
        {
            World = scene => scene.Image().Crashes(TimeSpan.FromMinutes(3)),
            Deployment = Watched,
            Meanwhile = (When.Shifting, scene =>
            {
                scene.Simulator.After(TimeSpan.FromMinutes(2.5), () => scene.SetAlarm("ALARM"));
                return Task.CompletedTask;
            }),
            Expected = Expectation.RolledBack(Stage.ProductionTraffic, 0, 10, 0) with { MayFailRequests = true, Cause = "BG903" },
        },
    ];

    private static DeploymentBuilder Watched(Scene scene) => scene.Deploy().RollBackOn(RollBackTrigger.Alarm(Scene.Alarm));

    private static bool IsMeasured(Scene scene) => scene.Notes.Count > 0;

    private static Task AlarmSoon(Scene scene)
    {
        scene.Simulator.After(TimeSpan.FromSeconds(70), () => scene.SetAlarm("ALARM"));
        return Task.CompletedTask;
    }

    private static Scenario Red(string name, Predicate<DeploymentEvent> when, Expectation expected) => new(name)
    {
        Deployment = Watched,
        Meanwhile = (when, scene =>
        {
            scene.SetAlarm("ALARM");
            return Task.CompletedTask;
        }
        ),
        Expected = expected with { Reason = Scene.Alarm, Cause = "BG930" },
    };
}
