namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Calls that AWS refuses or does not answer.</summary>
internal static class AwsTroubleScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        new("AWS throttles every call for a minute while traffic moves")
        {
            Meanwhile = (When.Shifting, scene => TroubleAsync(scene, TimeSpan.FromMinutes(1), () => scene.Simulator.Faults.On("*").Throttle())),
        },
        new("AWS throttles every tenth call while it is watched")
        {
            Meanwhile = (_ => true, scene =>
            {
                scene.Simulator.Faults.On("*").Every(10).Throttle();
                return Task.CompletedTask;
            }),
        },
        new("AWS fails for a minute while the new version starts")
        {
            Meanwhile = (When.Installing, scene => TroubleAsync(scene, TimeSpan.FromMinutes(1), () => scene.Simulator.Faults.On("*").Fail(503))),
        },
        new("the task definition's role may not be passed")
        {
            World = scene => scene.Simulator.Faults.On("ecs:RegisterTaskDefinition").Fail("AccessDeniedException", "User is not authorized to perform: iam:PassRole"),
            Expected = Expectation.Thrown<AwsCallException>(),
        },
        new("AWS refuses to start the deployment: the revision is taken back")
        {
            World = scene => scene.Simulator.Faults.On(scene.Service.StartCall).Fail("AccessDeniedException", "User is not authorized"),
            Expected = Expectation.Thrown<AwsCallException>(),
        },
    ];

    private static Task TroubleAsync(Scene scene, TimeSpan time, Action begin)
    {
        begin();
        scene.Simulator.After(time, scene.Simulator.Faults.Clear);
        return Task.CompletedTask;
    }
}
