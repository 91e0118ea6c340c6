namespace BlueGreen.Ecs.Tests.Unit.Deploying.Scenarios;

/// <summary>Something that can happen to a deployment, written once for all engines.</summary>
/// <param name="Name">What the table calls it.</param>
internal sealed record Scenario(string Name)
{
    public ServiceSetup Service { get; init; } = new();

    /// <summary>How often production is asked, in a second of simulated time.</summary>
    public double RequestsPerSecond { get; init; } = 2;

    /// <summary>What the world is like before.</summary>
    public Action<Scene> World { get; init; } = _ => { };

    /// <summary>What is deployed. Default: version 2 as a canary of 10 percent and 5 minutes.</summary>
    public Func<Scene, DeploymentBuilder> Deployment { get; init; } = scene => scene.Deploy();

    /// <summary>What happens meanwhile, once, as soon as something is told of the deployment.</summary>
    public (Predicate<DeploymentEvent> When, Func<Scene, Task> What)? Meanwhile { get; init; }

    /// <summary>What is done. Default: the deployment is planned, started and watched.</summary>
    public Func<Scene, Task> Play { get; init; } = scene => scene.RunAsync();

    public Expectation Expected { get; init; } = Expectation.Success;

    /// <summary>Engines with which it ends in another way, as the engine's page says.</summary>
    public IReadOnlyDictionary<Engine, Expectation> Elsewhere { get; init; } = new Dictionary<Engine, Expectation>();

    /// <summary>Engines with which AWS does not make it possible, and the finding, or the exception, by which the plan says so.</summary>
    public IReadOnlyDictionary<Engine, string> NotPossible { get; init; } = new Dictionary<Engine, string>();

    public Expectation ExpectedOn(Engine engine) => Elsewhere.GetValueOrDefault(engine, Expected);

    public override string ToString() => Name;
}
