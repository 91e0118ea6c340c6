namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>BG903: a container of the new version exits, and its task stops with it.</summary>
internal sealed class ContainerExitRule : IFailureRule
{
    public string Code => "BG903";

    public CauseDepth Depth => CauseDepth.Container;

    public IReadOnlyList<string> ExplainedBy => ["BG908"];

    public FailureCause? Explain(FailureEvidence evidence)
    {
        // A code of nought is no news beside a sidecar that failed.
        var exits = ContainerExit.Of(evidence).Where(container => !ContainerExit.IsMemory(container)).OrderBy(container => container.ExitCode == 0).Select(ContainerExit.Describe)
            .Distinct(StringComparer.Ordinal).ToList();
        return exits.Count == 0 ? null : Cause.Certain(
            Code,
            evidence.Service,
            $"The new version stops as soon as it has started: {exits[0]}.",
            "Read the container's log, and run the image with the task definition's command, environment and secrets.",
            exits.Take(5).Concat(evidence.LogLines(5)));
    }
}
