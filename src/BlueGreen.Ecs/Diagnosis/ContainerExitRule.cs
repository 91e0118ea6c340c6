using System.Globalization;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Diagnosis;

/// <summary>BG903: a container of the new version exits, and its task stops with it.</summary>
internal sealed class ContainerExitRule : IFailureRule
{
    public Finding? Explain(FailureEvidence evidence)
    {
        var exits = evidence.StoppedTasks
            .Where(task => task.StopCode?.Value is "EssentialContainerExited" or "TaskFailedToStart")
            .SelectMany(task => (task.Containers ?? []).Where(container => container.ExitCode is not null))
            .Select(Describe)
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();
        return exits.Count == 0 ? null : new Finding(
            "BG903",
            FindingSeverity.Error,
            evidence.StoppedTasks[0].Group ?? evidence.StoppedTasks[0].TaskArn,
            $"The new version stops as soon as it has started: {exits[0]}.",
            "Read the container's log, and run the image with the task definition's command, environment and secrets.")
        { Evidence = exits };
    }

    private static string Describe(Aws.Container container) => string.Create(
        CultureInfo.InvariantCulture,
        $"container {container.Name} exited with code {container.ExitCode}{(string.IsNullOrEmpty(container.Reason) ? string.Empty : $" ({container.Reason})")}");
}
