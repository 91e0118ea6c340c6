namespace BlueGreen.Ecs;

/// <summary>The ECS service of an environment.</summary>
public sealed record EnvironmentService
{
    /// <summary>The service's name.</summary>
    public required string Name { get; init; }

    /// <summary>Who moves its traffic. Default: CodeDeploy.</summary>
    public EnvironmentController Controller { get; init; }

    /// <summary>How many tasks it begins with. Default: 1. Later on, who scales it decides; only a service at zero is brought back to it.</summary>
    public int DesiredCount { get; init; } = 1;

    /// <summary>The container that gets the traffic.</summary>
    public required string ContainerName { get; init; }

    /// <summary>The port on which that container listens.</summary>
    public required int ContainerPort { get; init; }
}
