namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Deployments that succeed: how the traffic moves, what is deployed, and to what.</summary>
internal static class ShiftScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        Shift("all at once", TrafficShift.AllAtOnce),
        Shift("canary, 10 % for 5 minutes", TrafficShift.Canary10Percent5Minutes),
        Shift("canary, 10 % for 15 minutes", TrafficShift.Canary10Percent15Minutes),
        Shift("linear, 10 % every minute", TrafficShift.Linear10PercentEvery1Minutes),
        Shift("linear, 10 % every 3 minutes", TrafficShift.Linear10PercentEvery3Minutes),
        Shift("a canary of one's own", TrafficShift.Canary(25, TimeSpan.FromMinutes(2))),
        Shift("a linear shift of one's own", TrafficShift.Linear(30, TimeSpan.FromMinutes(2))),
        Shift("canary, half a percent", TrafficShift.Canary(0.5, TimeSpan.FromMinutes(10))) with { NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG405" } },
        Shift("free steps: 1, 5, 25, 100", TrafficShift.InSteps(TimeSpan.FromMinutes(2), 1, 5, 25, 100)) with
        {
            NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG405", [Engine.EcsNative] = "BG215" },
        },
        new("task definition from a file")
        {
            Deployment = scene => Deployment.For(scene.Service.Reference)
                .WithTaskDef("Fixtures/seed/taskdef.json")
                .WithImage("IMAGE1_NAME", $"{scene.Service.Image}v2")
                .Shift(TrafficShift.AllAtOnce)
                .Bake(TimeSpan.FromMinutes(2)),
        },
        new("task definition by change")
        {
            Deployment = scene => scene.DeployChange(running => running
                .WithContainer(Scene.Container, container => container.WithImage($"{scene.Service.Image}v2").WithEnvironment("MODE", "new"))),
        },
        new("the same content again: nothing is registered")
        {
            Deployment = scene => scene.DeployChange(running => running),
            Play = async scene =>
            {
                await scene.RunAsync();
                (await scene.Bench.CountRevisionsAsync()).Should().Be(1);
            },
            Expected = Expectation.Success with { Serving = "v1" },
        },
        new("one task") { Service = new() { Tasks = 1 } },
        new("ten tasks") { Service = new() { Tasks = 10 } },
        new("a slow start") { World = scene => scene.Image().StartsSlowly(TimeSpan.FromSeconds(25)) },
        new("no test listener") { Service = new() { HasTestListener = false } },
        new("the old version is kept for the bake time")
        {
            Service = new() { Bake = TimeSpan.FromMinutes(30) },
            Play = async scene =>
            {
                var result = await scene.RunAsync();
                var events = scene.Endings[^1].Events;
                var baking = events[^1].Time - events.First(happened => happened is { Stage: Stage.Bake, GreenPercent: 100 }).Time;
                baking.Should().BeCloseTo(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(2));
                result.Duration.Should().BeGreaterThan(TimeSpan.FromMinutes(35));
            },
        },
        new("the new tasks come with their traffic")
        {
            Service = new() { Tasks = 10 },
            Deployment = scene => scene.Deploy().ScaleWithTraffic(),
            Play = async scene =>
            {
                await scene.RunAsync();
                scene.Endings[^1].Events.Where(happened => happened.GreenPercent == 0).Max(happened => happened.GreenTasks.Running).Should().Be(1);
            },
            NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG250", [Engine.EcsNative] = "BG250" },
        },
        new("twice in a row: the target groups change places")
        {
            Play = async scene =>
            {
                await scene.RunAsync();
                await scene.RunAsync(scene.Deploy("v3"));
            },
            Expected = Expectation.Success with { Serving = "v3", Deployments = 2 },
        },
    ];

    private static Scenario Shift(string name, TrafficShift shift) => new(name) { Deployment = scene => scene.Deploy().Shift(shift) };
}
