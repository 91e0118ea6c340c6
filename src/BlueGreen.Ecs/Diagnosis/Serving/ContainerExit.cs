using System.Globalization;
using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>Containers that ended by themselves, and took their task with them.</summary>
internal static class ContainerExit
{
    /// <summary>128 and the number of SIGKILL.</summary>
    public const int Killed = 137;

    /// <summary>The containers that ended; a container that ECS stopped has not.</summary>
    public static IEnumerable<ContainerSeen> Of(FailureEvidence evidence) => evidence.Stopped
        .Where(task => task.StopCode is "EssentialContainerExited" or "TaskFailedToStart")
        .SelectMany(task => task.Containers)
        .Where(container => container.ExitCode is not null);

    public static bool IsMemory(ContainerSeen container) =>
        container.Reason?.Contains("OutOfMemory", StringComparison.OrdinalIgnoreCase) is true || container.ExitCode == Killed;

    public static string Describe(ContainerSeen container) => string.Create(
        CultureInfo.InvariantCulture,
        $"container {container.Name} exited with code {container.ExitCode}{(string.IsNullOrEmpty(container.Reason) ? string.Empty : $" ({container.Reason})")}");
}
