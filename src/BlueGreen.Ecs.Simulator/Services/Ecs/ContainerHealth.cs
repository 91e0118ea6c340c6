namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A container's health, or a task's, in AWS's words.</summary>
internal static class ContainerHealth
{
    public const string Unknown = "UNKNOWN";
    public const string Healthy = "HEALTHY";
    public const string Unhealthy = "UNHEALTHY";

    /// <summary>A task is as healthy as the least healthy of its essential containers that have a health check; without such a container nothing is known.</summary>
    public static string Of(EcsTask task)
    {
        var known = task.Containers.Where(container => container is { IsEssential: true, HealthCheck: not null }).Select(container => container.Health).ToList();
        return known.Contains(Unhealthy, StringComparer.Ordinal) ? Unhealthy
            : known.Count == 0 || known.Contains(Unknown, StringComparer.Ordinal) ? Unknown : Healthy;
    }
}
