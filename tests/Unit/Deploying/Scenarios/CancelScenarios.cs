namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Cancels at each stage, by each policy.</summary>
internal static class CancelScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        new("cancelled before the start")
        {
            Play = async scene =>
            {
                using var canceled = new CancellationTokenSource();
                await canceled.CancelAsync();
                await scene.Deployer.DeployAsync(scene.Deploy().Build(), cancellationToken: canceled.Token);
            },
            Expected = Expectation.Thrown<TaskCanceledException>(),
        },
        BringsBack("cancelled in Install: back", When.Installing, Expectation.RolledBack(Stage.Install, 0)),
        BringsBack("cancelled in TestTraffic: back", When.Testing, Expectation.RolledBack(Stage.TestTraffic, 0)) with
        {
            Service = new() { ReadyWait = TimeSpan.FromMinutes(30) },
            Deployment = scene => scene.Deploy().Gate(Stage.TestTraffic, Gates.Never()),
        },
        BringsBack("cancelled in ProductionTraffic: back", When.Shifting, Expectation.RolledBack(Stage.ProductionTraffic, 0, 10, 0)),
        BringsBack("cancelled in Bake: back", When.Baking, Expectation.RolledBack(Stage.Bake, 0, 10, 100, 0)) with { Service = new() { Bake = TimeSpan.FromMinutes(10) } },
        Stops("cancelled in Install: stopped", When.Installing, Stage.Install, "v1", 0),
        Stops("cancelled in ProductionTraffic: stopped", When.Shifting, Stage.ProductionTraffic, serving: null, 0, 10),
        Stops("cancelled in Bake: stopped", When.Baking, Stage.Bake, "v2", 0, 10, 100) with { Service = new() { Bake = TimeSpan.FromMinutes(10) } },
        Leaves("cancelled in Install: left, and resumed", When.Installing),
        Leaves("cancelled in ProductionTraffic: left, and resumed", When.Shifting),
        Leaves("cancelled in Bake: left, and resumed", When.Baking),
    ];

    private static Scenario BringsBack(string name, Predicate<DeploymentEvent> when, Expectation expected) => new(name)
    {
        Play = scene => scene.CancelAsync(when),
        Expected = expected,
    };

    private static Scenario Stops(string name, Predicate<DeploymentEvent> when, Stage reached, string? serving, params double[] weights) => new(name)
    {
        Deployment = scene => scene.Deploy().OnCancel(CancelPolicy.Stop),
        Play = scene => scene.CancelAsync(when),
        Expected = new() { Outcome = DeploymentOutcome.Failed, Serving = serving, Reached = reached, Weights = weights, LeavesThingsBehind = true },
    };

    private static Scenario Leaves(string name, Predicate<DeploymentEvent> when) => new(name)
    {
        Deployment = scene => scene.Deploy().OnCancel(CancelPolicy.Leave),
        Play = async scene =>
        {
            var canceled = await scene.CancelAsync(when);
            canceled.Result.Should().BeNull();
            scene.Bench.StartProcess();
            await using var run = await scene.Deployer.ResumeAsync(ResumeToken.Parse(canceled.ResumeToken.ToString()), cancellationToken: TestContext.Current.CancellationToken);
            await scene.EndOfAsync(run);
        },
    };
}
