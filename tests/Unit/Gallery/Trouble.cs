using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>One way in which a deployment goes wrong, set up in the simulator, and the code by which it is named.</summary>
/// <param name="Name">What goes wrong.</param>
internal sealed record Trouble(string Name)
{
    /// <summary>The environment in which it happens.</summary>
    public SeedEnvironmentOptions Seed { get; init; } = new() { TerminationWait = TimeSpan.FromMinutes(2) };

    /// <summary>Brings it about, before anybody plans.</summary>
    public Func<GalleryScene, Task> Cause { get; init; } = _ => Task.CompletedTask;

    /// <summary>What is deployed.</summary>
    public Func<GalleryScene, DeploymentBuilder> Deployment { get; init; } = _ => GalleryScene.Deploy();

    /// <summary>The code that names it before anything is touched. Default: nothing shows yet.</summary>
    public string? Before { get; init; }

    /// <summary>The code that names it after the failure. Default: it does not get so far.</summary>
    public string? After { get; init; }

    /// <summary>Looks before, where that is not a deployment's plan. Default: <see cref="IDeployer.CheckAsync"/>, and the mistakes of Build().</summary>
    public Func<GalleryScene, Task<IReadOnlyList<Finding>>>? Look { get; init; }

    /// <summary>Has it happen, and explained. Default: the library deploys, as if it had not looked around before.</summary>
    public Func<GalleryScene, Task<FailureDiagnosis?>>? Happen { get; init; }

    /// <summary>What happens to a deployment that runs, as soon as an event is the one. Default: nothing.</summary>
    public (Predicate<DeploymentEvent> When, Func<GalleryScene, Task> What)? Meanwhile { get; init; }

    /// <summary>Why it cannot happen to who deploys with this library; <see cref="Happen"/> shows it then. Default: it can.</summary>
    public string? RuledOut { get; init; }

    public override string ToString() => Name;
}
