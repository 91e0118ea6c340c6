namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>New versions that do not start, or are not healthy: production never sees them.</summary>
internal static class StartFailureScenarios
{
    private static readonly Expectation NeverServes = Expectation.RolledBack(Stage.Install, 0);

    public static IEnumerable<Scenario> All { get; } =
    [
        new("the image's tag does not exist")
        {
            World = scene => scene.Image().CannotBePulled(),
            Expected = NeverServes with { Cause = "BG904" },
        },
        new("the registry's limit of pulls is reached")
        {
            World = scene => scene.Image().CannotBePulled("toomanyrequests: You have reached your pull rate limit."),
            Expected = NeverServes with { Cause = "BG905" },
        },
        new("the image may not be pulled")
        {
            World = scene => scene.Image().CannotBePulled("pull access denied, repository does not exist or may require authorization"),
            Expected = NeverServes with { Cause = "BG906" },
        },
        new("the container exits at once")
        {
            World = scene => scene.Image().Crashes(),
            Expected = NeverServes with { Cause = "BG903" },
        },
        new("the container needs more memory than it has")
        {
            World = scene => scene.Image().Crashes(TimeSpan.FromSeconds(4), exitCode: 137),
            Play = async scene => (await scene.RunAsync()).Findings[0].Message.Should().Contain("137"),
            Expected = NeverServes with { Cause = "BG914" },
        },
        new("the health check is answered with 500")
        {
            World = scene => scene.Image().FailsHealthChecks(),
            Expected = NeverServes with { Cause = "BG916" },
        },
        new("the health check's page is missing")
        {
            World = scene => scene.Image().FailsHealthChecks(404),
            Play = async scene => (await scene.RunAsync()).Findings[0].Message.Should().Contain("404"),
            Expected = NeverServes with { Cause = "BG916" },
        },
        new("the start takes longer than health checks wait")
        {
            World = scene => scene.Image().StartsSlowly(TimeSpan.FromMinutes(10)),
            Expected = NeverServes with { Cause = "BG917" },
        },
        new("a secret is missing")
        {
            World = scene => scene.Bench.Process.AllowAsync("ecsTaskExecutionRole", "secrets", ["ssm:GetParameters"]).GetAwaiter().GetResult(),
            Deployment = scene => scene.DeployChange(running => running.WithContainer(Scene.Container, container =>
                container.WithImage($"{scene.Service.Image}v2").WithSecret("PASSWORD", $"arn:aws:ssm:{scene.Service.Region}:123456789012:parameter/no-such"))),
            Expected = NeverServes with { Cause = "BG909" },
        },
        new("the log group is missing")
        {
            Deployment = scene => scene.DeployChange(running => running.WithContainer(Scene.Container, container =>
                container.WithImage($"{scene.Service.Image}v2") with
                {
                    LogConfiguration = container.LogConfiguration! with { Options = [.. container.LogConfiguration.Options.Select(option => option.Name == "awslogs-group" ? option with { Value = "/ecs/no-such" } : option)] },
                })),
            Expected = NeverServes with { Cause = "BG912" },
        },
        new("nothing but the no-progress limit gives it up")
        {
            Service = new() { HasCircuitBreaker = false },
            World = scene => scene.Image().CannotBePulled(),
            Expected = NeverServes with { Cause = "BG904", Reason = "no progress within 00:15:00" },
        },
        new("again, when the cause is gone")
        {
            World = scene => scene.Image().CannotBePulled(),
            Play = async scene =>
            {
                (await scene.RunAsync()).Outcome.Should().Be(DeploymentOutcome.RolledBack);
                scene.Image().PullError = null;
                await scene.PassAsync(TimeSpan.FromMinutes(2));
                await scene.RunAsync();
            },
            Expected = Expectation.Success with { Deployments = 2 },
        },
        new("another version, behind one that failed")
        {
            World = scene => scene.Image().FailsHealthChecks(),
            Play = async scene =>
            {
                (await scene.RunAsync()).Outcome.Should().Be(DeploymentOutcome.RolledBack);
                await scene.RunAsync(scene.Deploy("v3"));
            },
            Expected = Expectation.Success with { Serving = "v3", Deployments = 2 },
        },
    ];
}
