namespace BlueGreen.Ecs.Simulator.Environments;

/// <summary>
/// A whole blue/green set-up to deploy to: an ECS service of a web application behind a load balancer with a production and a test listener,
/// its two target groups, its image repository with versions 1 and 2, its roles, and its CodeDeploy application and deployment group.
/// Version 1 runs and is healthy.
/// </summary>
public sealed class SeedEnvironment
{
    internal SeedEnvironment()
    {
    }

    /// <summary>The region: <c>ap-northeast-1</c>.</summary>
    public string Region { get; } = "ap-northeast-1";

    /// <summary>The ECS cluster: <c>web</c>.</summary>
    public string ClusterName { get; } = "web";

    /// <summary>The ECS service, which is also the name of the container, the repository and the load balancer.</summary>
    public string ServiceName { get; } = "labo-terraform-admin";

    /// <summary>The task definition's family: <c>ecs-admin-test</c>.</summary>
    public string Family { get; } = "ecs-admin-test";

    /// <summary>The port on which the container listens: 5000.</summary>
    public int ContainerPort { get; } = 5000;

    /// <summary>The CodeDeploy application: <c>AppECS-web-labo-terraform-admin</c>.</summary>
    public string ApplicationName => $"AppECS-{ClusterName}-{ServiceName}";

    /// <summary>The CodeDeploy deployment group: <c>DgpECS-web-labo-terraform-admin</c>.</summary>
    public string DeploymentGroupName => $"DgpECS-{ClusterName}-{ServiceName}";

    /// <summary>The target groups, first the one that version 1 serves in.</summary>
    public IReadOnlyList<string> TargetGroupNames => [$"{ServiceName}-1", $"{ServiceName}-2"];

    /// <summary>The image that runs, by tag <c>v1</c>.</summary>
    public required string ImageV1 { get; init; }

    /// <summary>The image to deploy, by tag <c>v2</c>.</summary>
    public required string ImageV2 { get; init; }

    /// <summary>The ARN of the ECS service.</summary>
    public required string ServiceArn { get; init; }

    /// <summary>The ARN of the task definition that runs.</summary>
    public required string TaskDefinitionArn { get; init; }

    /// <summary>The ARN of the role with which tasks are started: <c>ecsTaskExecutionRole</c>.</summary>
    public required string TaskExecutionRoleArn { get; init; }

    /// <summary>The ARN of the role with which CodeDeploy works: <c>CodeDeployECSRole</c>.</summary>
    public required string CodeDeployRoleArn { get; init; }

    /// <summary>The ARN of the load balancer.</summary>
    public required string LoadBalancerArn { get; init; }

    /// <summary>The ARNs of the target groups, in the order of <see cref="TargetGroupNames"/>.</summary>
    public required IReadOnlyList<string> TargetGroupArns { get; init; }

    /// <summary>The ARN of the listener that users reach.</summary>
    public required string ProductionListenerArn { get; init; }

    /// <summary>The ARN of the listener on which a new version is tried; none where there is no test listener.</summary>
    public required string? TestListenerArn { get; init; }

    /// <summary>Where a browser reaches the production listener; none without real traffic.</summary>
    public required Uri? ProductionAddress { get; init; }

    /// <summary>Where a browser reaches the test listener; none without real traffic, or without a test listener.</summary>
    public required Uri? TestAddress { get; init; }

    /// <summary>Sets the environment up by the simulated services' own operations, and waits until version 1 is healthy.</summary>
    /// <param name="simulator">Where to. Virtual time is advanced; otherwise the time that it takes passes.</param>
    /// <param name="options">What may differ. Default: see <see cref="SeedEnvironmentOptions"/>.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The environment's names and ARNs.</returns>
    /// <exception cref="InvalidOperationException">Version 1 did not become healthy in 30 minutes of simulated time; or the set-up was refused.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<SeedEnvironment> CreateAsync(AwsSimulator simulator, SeedEnvironmentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        var seed = new SeedSetup(simulator, options ?? new SeedEnvironmentOptions()).Build();
        await SeedWait.UntilHealthyAsync(simulator, seed, cancellationToken).ConfigureAwait(false);
        return seed;
    }
}
