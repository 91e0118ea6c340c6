using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>Counts a deployment's failed tasks against half the desired count, and never fewer than 3 nor more than 200.</summary>
internal sealed class CircuitBreaker(ServiceDeployment deployment)
{
    private const int Fewest = 3;
    private const int Most = 200;

    public bool IsEnabled => deployment.Configuration.Object("deploymentCircuitBreaker")?.Flag("enable") == true;

    public bool RollsBack => deployment.Configuration.Object("deploymentCircuitBreaker")?.Flag("rollback") == true;

    public int Threshold => Math.Clamp((int)Math.Ceiling(deployment.Service.DesiredCount * 0.5), Fewest, Most);

    public bool IsTriggered { get; private set; }

    /// <summary>Whether so many tasks of a set have failed that it has to give up.</summary>
    public bool Trips(TaskSet set, int ignored = 0)
    {
        var trips = IsEnabled && set.FailedTasks - ignored >= Threshold;
        IsTriggered |= trips;
        return trips;
    }

    /// <summary>In AWS's words.</summary>
    public string Status => !IsEnabled ? "DISABLED"
        : IsTriggered ? "TRIGGERED"
        : deployment.IsOver ? "MONITORING_COMPLETE" : "MONITORING";
}
