namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>What gates decide, and where they can hold.</summary>
internal static class GateScenarios
{
    private static readonly ServiceSetup Waiting = new() { ReadyWait = TimeSpan.FromMinutes(30) };

    public static IEnumerable<Scenario> All { get; } =
    [
        new("gate: continue")
        {
            Service = Waiting,
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, Gates.Pass(scene)),
            Play = scene => PlayAsync(scene, "asked"),
        },
        new("gate: the new version is on the test listener alone")
        {
            Service = Waiting,
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, (context, _) =>
            {
                scene.Bench.Ask(10).Keys.Should().Equal("v1");
                scene.Bench.Ask(10, scene.Service.TestListenerArn).Keys.Should().Equal("v2");
                scene.Notes.Add(context.Observation.GreenTasks.ToString());
                return Task.FromResult(GateVerdict.Continue);
            }),
            Play = scene => PlayAsync(scene, "2/2"),
        },
        new("gate: roll back")
        {
            Service = Waiting,
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, Gates.RollBack("the smoke test failed")),
            Expected = Expectation.RolledBack(Stage.TestTraffic, 0) with { Reason = "the smoke test failed" },
        },
        new("gate: throws")
        {
            Service = Waiting,
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, (_, _) => throw new InvalidOperationException("no such host")),
            Expected = Expectation.RolledBack(Stage.TestTraffic, 0) with { Reason = "no such host" },
        },
        new("gate: two of one stage, both let through")
        {
            Service = Waiting,
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, Gates.Pass(scene, "first")).Gate(Stage.TestTraffic, Gates.Pass(scene, "second")),
            Play = scene => PlayAsync(scene, "first", "second"),
        },
        new("gate: two of one stage, the second rolls back")
        {
            Service = Waiting,
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, Gates.Pass(scene)).Gate(Stage.TestTraffic, Gates.RollBack("too slow")),
            Play = scene => PlayAsync(scene, "asked"),
            Expected = Expectation.RolledBack(Stage.TestTraffic, 0) with { Reason = "too slow" },
        },
        new("gate: answers after 20 minutes")
        {
            Service = Waiting,
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, Gates.PassAfter(scene, TimeSpan.FromMinutes(20))),
            Play = async scene => (await scene.RunAsync()).Duration.Should().BeGreaterThan(TimeSpan.FromMinutes(27)),
        },
        new("gate: never answers")
        {
            Service = Waiting,
            RequestsPerSecond = 0.02,
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, Gates.Never()),
            Expected = Expectation.RolledBack(Stage.TestTraffic, 0) with { Reason = "timed out", Cause = "BG936" },
            Elsewhere = new Dictionary<Engine, Expectation> { [Engine.TaskSets] = Expectation.RolledBack(Stage.TestTraffic, 0) with { Reason = "deadline", Cause = "BG936" } },
        },
        new("gate: before the new version starts")
        {
            Deployment = scene => scene.Deploy().Gate(Stage.Pending, Gates.Pass(scene)),
            Play = scene => PlayAsync(scene, "asked"),
            NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG402", [Engine.TaskSets] = "BG241" },
        },
        new("gate: when the new version runs")
        {
            Deployment = scene => scene.Deploy().Gate(Stage.Install, Gates.RollBack("wrong version")),
            Expected = Expectation.RolledBack(Stage.Install, 0) with { Reason = "wrong version" },
            NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG402" },
        },
        new("gate: behind every step")
        {
            Deployment = scene => scene.Deploy().Gate(Stage.ProductionTraffic, (context, _) =>
            {
                scene.Notes.Add(FormattableString.Invariant($"{context.Observation.GreenPercent}"));
                return Task.FromResult(GateVerdict.Continue);
            }),
            Play = scene => PlayAsync(scene, "10", "100"),
            NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG402" },
        },
        new("gate: rolls back behind the first step")
        {
            Deployment = scene => scene.Deploy().Gate(Stage.ProductionTraffic, Gates.RollBack("slower than before")),
            Expected = Expectation.RolledBack(Stage.ProductionTraffic, 0, 10, 0) with { Reason = "slower than before" },
            NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG402" },
        },
        new("gate: at the end of the bake time")
        {
            Deployment = scene => scene.Deploy().Gate(Stage.Bake, Gates.RollBack("the shop sells less")),
            Expected = Expectation.RolledBack(Stage.Bake, 0, 10, 100, 0) with { Reason = "the shop sells less" },
            NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG402", [Engine.EcsNative] = "BG217" },
        },
        new("gate: the service does not wait for it")
        {
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, Gates.Pass(scene)),
            Play = scene => PlayAsync(scene, "asked"),
            NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG403" },
        },
    ];

    private static async Task PlayAsync(Scene scene, params string[] notes)
    {
        await scene.RunAsync();
        scene.Notes.Should().Equal(notes);
    }
}
