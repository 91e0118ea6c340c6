namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>A second deployment while one is running, and who watches.</summary>
internal static class ConcurrencyScenarios
{
    private static readonly ServiceSetup LongBake = new() { Bake = TimeSpan.FromMinutes(10) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IEnumerable<Scenario> All { get; } =
    [
        Fails("another one starts up: refused", When.Installing),
        Fails("another one bakes: refused", When.Baking),
        Second("another one starts up: waited for", ConcurrencyPolicy.Wait, When.Installing, DeploymentOutcome.Succeeded),
        Second("another one bakes: waited for", ConcurrencyPolicy.Wait, When.Baking, DeploymentOutcome.Succeeded),
        Second("another one starts up: superseded", ConcurrencyPolicy.Supersede, When.Installing, DeploymentOutcome.RolledBack),
        Second("another one moves traffic: superseded", ConcurrencyPolicy.Supersede, When.Shifting, DeploymentOutcome.RolledBack),
        Second("another one bakes: finished first", ConcurrencyPolicy.Supersede, When.Baking, DeploymentOutcome.Succeeded),
        Attaches("another one starts up: attached to", When.Installing),
        Attaches("another one bakes: attached to", When.Baking),
        new("attached by the service's name")
        {
            Play = async scene =>
            {
                await using var first = await scene.StartAsync();
                await scene.UntilAsync(first, When.Shifting);
                scene.Bench.StartProcess();
                await using var attached = await scene.Deployer.AttachAsync(scene.Service.Reference, Token);
                await SameEndAsync(scene, first, attached);
            },
        },
        new("two processes watch one deployment")
        {
            Play = async scene =>
            {
                await using var first = await scene.StartAsync();
                scene.Bench.StartProcess();
                await using var second = await scene.Deployer.ResumeAsync(first.ResumeToken, cancellationToken: Token);
                await SameEndAsync(scene, first, second);
            },
        },
        new("the process dies in Install, another one resumes") { Play = scene => DiesAsync(scene, When.Installing) },
        new("the process dies in ProductionTraffic, another one resumes") { Play = scene => DiesAsync(scene, When.Shifting) },
        new("the process dies in Bake, another one resumes") { Service = LongBake, Play = scene => DiesAsync(scene, When.Baking) },
        new("resumed when it has ended: its end is told")
        {
            Play = async scene =>
            {
                await using var first = await scene.StartAsync();
                await scene.EndOfAsync(first);
                scene.Bench.StartProcess();
                await using var second = await scene.Deployer.ResumeAsync(first.ResumeToken, cancellationToken: Token);
                await scene.EndOfAsync(second);
            },
        },
        new("attached where nothing runs")
        {
            Play = scene => scene.Deployer.AttachAsync(scene.Service.Reference, Token),
            Expected = Expectation.Thrown<NoDeploymentInProgressException>(),
        },
    ];

    private static Scenario Fails(string name, Predicate<DeploymentEvent> when) => new(name)
    {
        Service = LongBake,
        Play = async scene =>
        {
            await using var first = await scene.StartAsync();
            await scene.UntilAsync(first, when);
            var starting = () => scene.RunAsync(scene.Deploy("v3"));
            (await starting.Should().ThrowAsync<DeploymentInProgressException>()).Which.DeploymentId.Should().Be(first.ResumeToken.DeploymentId);
            await scene.EndOfAsync(first);
        },
    };

    private static Scenario Second(string name, ConcurrencyPolicy policy, Predicate<DeploymentEvent> when, DeploymentOutcome outcomeOfFirst) => new(name)
    {
        Service = LongBake,
        Play = async scene =>
        {
            await using var first = await scene.StartAsync();
            await scene.UntilAsync(first, when);
            scene.Bench.StartProcess();
            await scene.RunAsync(scene.Deploy("v3").WhenRunning(policy));
            var result = await scene.EndedBeforeAsync(first);
            result.Outcome.Should().Be(outcomeOfFirst, result.Reason);
        },
        Expected = Expectation.Success with { Serving = "v3", Deployments = 2 },
    };

    private static Scenario Attaches(string name, Predicate<DeploymentEvent> when) => new(name)
    {
        Service = LongBake,
        Play = async scene =>
        {
            await using var first = await scene.StartAsync();
            await scene.UntilAsync(first, when);
            scene.Bench.StartProcess();
            var progress = new EventRecorder(null);
            var deploying = scene.Deployer.DeployAsync(scene.Deploy("v3").WhenRunning(ConcurrencyPolicy.Attach).Build(), progress, Token);
            var result = await scene.Clock.DriveAsync(deploying);
            result.DeploymentId.Should().Be(first.ResumeToken.DeploymentId);
            progress.Events.Should().NotBeEmpty();
            await scene.EndOfAsync(first);
        },
    };

    private static async Task SameEndAsync(Scene scene, DeploymentRun one, DeploymentRun other)
    {
        var results = (await scene.EndOfAsync(one), await scene.EndOfAsync(other));
        results.Item1.DeploymentId.Should().Be(results.Item2.DeploymentId);
        results.Item1.TaskDefinitionArn.Should().Be(results.Item2.TaskDefinitionArn);
    }

    private static async Task DiesAsync(Scene scene, Predicate<DeploymentEvent> when)
    {
        var dying = scene.Bench.StartProcess();
        var first = await scene.StartAsync();
        await scene.UntilAsync(first, when);
        dying.Switch.KillAt(dying.Switch.Calls, isHeard: true);
        await scene.PassAsync(TimeSpan.FromMinutes(1));
        scene.Bench.StartProcess();
        await using var second = await scene.Deployer.ResumeAsync(first.ResumeToken, cancellationToken: Token);
        await scene.EndOfAsync(second);
        await first.DisposeAsync();
    }
}
