namespace BlueGreen.Ecs.Simulator.Environments;

/// <summary>What may differ in a <see cref="SeedEnvironment"/>.</summary>
public sealed class SeedEnvironmentOptions
{
    /// <summary>How many tasks the service runs. Default: 2.</summary>
    public int DesiredCount { get; set; } = 2;

    /// <summary>The production listener's port. Default: 8080.</summary>
    public int ProductionPort { get; set; } = 8080;

    /// <summary>The test listener's port. Default: 8081; <see langword="null"/> makes a deployment group without a test listener.</summary>
    public int? TestPort { get; set; } = 8081;

    /// <summary>The deployment group's configuration. Default: <c>CodeDeployDefault.ECSAllAtOnce</c>.</summary>
    public string DeploymentConfigName { get; set; } = "CodeDeployDefault.ECSAllAtOnce";

    /// <summary>How long a deployment waits for ContinueDeployment before it moves traffic, in whole minutes. Default: zero, it does not wait.</summary>
    public TimeSpan ReadyWait { get; set; }

    /// <summary>How long the original task set is kept after all traffic has moved, in whole minutes. Default: 5 minutes.</summary>
    public TimeSpan TerminationWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The CloudWatch alarms that stop a deployment. Default: none.</summary>
    public IReadOnlyList<string> Alarms { get; set; } = [];
}
