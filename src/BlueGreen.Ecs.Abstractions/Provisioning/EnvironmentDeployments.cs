namespace BlueGreen.Ecs;

/// <summary>
/// How an environment's new versions get their traffic: the settings of the deployment group, or of a service that ECS deploys itself. With the controller <c>EXTERNAL</c> every
/// deployment says it by itself.
/// </summary>
public sealed record EnvironmentDeployments
{
    /// <summary>How traffic moves. Default: all at once.</summary>
    public TrafficShift Shift { get; init; } = TrafficShift.AllAtOnce;

    /// <summary>A CodeDeploy deployment configuration by name, which takes the place of <see cref="Shift"/>. Default: none.</summary>
    public string? Configuration { get; init; }

    /// <summary>How long CodeDeploy waits to be told to move traffic, in whole minutes; then the deployment stops. Default: zero, it moves traffic as soon as it can.</summary>
    public TimeSpan ReadyWait { get; init; }

    /// <summary>How long the old version is kept once all traffic has moved, in whole minutes. Default: one hour.</summary>
    public TimeSpan Bake { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether a deployment that fails, or is stopped by an alarm, is rolled back. Default: yes.</summary>
    public bool RollsBack { get; init; } = true;
}
