namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>What others do meanwhile.</summary>
internal static class InterferenceScenarios
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IEnumerable<Scenario> All { get; } =
    [
        new("somebody else stops it while the new version starts")
        {
            Meanwhile = (When.Installing, scene => scene.Service.StopByHandAsync(scene.Bench)),
            Expected = Expectation.RolledBack(Stage.Install, 0) with { Cause = "BG938" },
        },
        new("somebody else stops it while traffic moves")
        {
            Meanwhile = (When.Shifting, scene => scene.Service.StopByHandAsync(scene.Bench)),
            Expected = Expectation.RolledBack(Stage.ProductionTraffic, 0, 10, 0) with { Cause = "BG938" },
        },
        new("somebody else changes the listener's weights")
        {
            Meanwhile = (When.Shifting, scene => scene.Service.SetWeightsAsync(scene.Bench, 40, 60)),
            Elsewhere = new Dictionary<Engine, Expectation>
            {
                [Engine.CodeDeploy] = Expectation.Success with { Weights = [0, 10, 60, 100] },
                [Engine.TaskSets] = Expectation.RolledBack(Stage.ProductionTraffic, 0, 10, 0) with { Reason = "Somebody has changed the listener", Cause = "BG919" },
            },
        },
        new("somebody else changes the listener's weights: they are set again")
        {
            Deployment = scene => scene.Deploy().OnListenerDrift(ListenerDriftPolicy.Correct),
            Meanwhile = (When.Shifting, scene => scene.Service.SetWeightsAsync(scene.Bench, 40, 60)),
            NotPossible = new Dictionary<Engine, string> { [Engine.CodeDeploy] = "BG250", [Engine.EcsNative] = "BG250" },
        },
        new("the service is scaled up while traffic moves")
        {
            Meanwhile = (When.Shifting, scene =>
                scene.Bench.Ecs.UpdateServiceAsync(new() { Cluster = scene.Reference.Cluster, Service = scene.Reference.Name, DesiredCount = 4 }, Token)),
            Play = async scene => (await scene.RunAsync()).Last.GreenTasks.Running.Should().Be(4),
        },
        new("the service is deleted while traffic moves")
        {
            Meanwhile = (When.Shifting, scene => scene.Bench.Ecs.DeleteServiceAsync(new() { Cluster = scene.Reference.Cluster, Service = scene.Reference.Name, Force = true }, Token)),
            Expected = new() { Outcome = DeploymentOutcome.Failed, Serving = null, Cause = "BG939", MayFailRequests = true, LeavesThingsBehind = true },
        },
    ];
}
