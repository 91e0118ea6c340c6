namespace BlueGreen.Ecs.Diagnosis;

/// <summary>BG901: the new version's image cannot be pulled.</summary>
internal sealed class ImagePullRule : IFailureRule
{
    public Finding? Explain(FailureEvidence evidence)
    {
        var reasons = evidence.StoppedTasks
            .SelectMany(task => (task.Containers ?? []).Select(container => container.Reason).Append(task.StoppedReason))
            .Where(reason => reason?.Contains("CannotPull", StringComparison.Ordinal) is true)
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();
        return reasons.Count == 0 ? null : new Finding(
            "BG901",
            FindingSeverity.Error,
            evidence.StoppedTasks[0].Group ?? evidence.StoppedTasks[0].TaskArn,
            $"The new version's image cannot be pulled: {reasons[0]}",
            "Check that the image and its tag exist, that the execution role may pull it, and that the tasks' subnets reach the registry.")
        { Evidence = reasons };
    }
}
