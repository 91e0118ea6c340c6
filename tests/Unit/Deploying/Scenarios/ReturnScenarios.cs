namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Runs that end with the shift, while AWS still keeps the old version.</summary>
internal static class ReturnScenarios
{
    private static readonly TimeSpan Bake = TimeSpan.FromMinutes(30);

    private static readonly Dictionary<Engine, string> NotByTaskSets = new() { [Engine.TaskSets] = "BG252" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IEnumerable<Scenario> All { get; } =
    [
        new("the run ends when the traffic has moved, and the old version is kept")
        {
            Service = new() { Bake = Bake },
            Deployment = Returning,
            Play = async scene =>
            {
                var result = await scene.RunAsync();
                (result.Last.Stage, result.Last.Status).Should().Be((Stage.Bake, DeploymentStatus.InProgress));
                result.Duration.Should().BeLessThan(TimeSpan.FromMinutes(15));
                await scene.PassAsync(Bake);
            },
            NotPossible = NotByTaskSets,
        },
        new("the run ends when the traffic has moved; the end is watched later")
        {
            Service = new() { Bake = Bake },
            Deployment = Returning,
            Play = async scene =>
            {
                await scene.RunAsync();
                await using var run = await scene.Deployer.AttachAsync(scene.Service.Reference, Token);
                (await scene.EndOfAsync(run)).Last.Stage.Should().Be(Stage.Finished);
            },
            Expected = Expectation.Success with { Reached = null },
            NotPossible = NotByTaskSets,
        },
        new("the run ends when the traffic has moved; then an alarm brings it back")
        {
            Service = new() { Bake = Bake },
            Deployment = scene => Returning(scene).RollBackOn(RollBackTrigger.Alarm(Scene.Alarm)),
            Play = async scene =>
            {
                (await scene.RunAsync()).Outcome.Should().Be(DeploymentOutcome.Succeeded);
                scene.SetAlarm("ALARM");
                await using var run = await scene.Deployer.AttachAsync(scene.Service.Reference, Token);
                await scene.EndOfAsync(run);
            },
            Expected = Expectation.RolledBack(Stage.Bake) with { Reached = null, Reason = Scene.Alarm, Cause = "BG930" },
            NotPossible = NotByTaskSets,
        },
    ];

    private static DeploymentBuilder Returning(Scene scene) => scene.Deploy().ReturnWhenShifted();
}
