namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG717: somebody stopped the build.</summary>
internal sealed class BuildStoppedRule : IBuildRule
{
    public FailureCause? Explain(BuildEvidence evidence) => evidence.Status != "STOPPED" ? null : Cause.Certain(
        "BG717",
        evidence.Id,
        $"The build was stopped{(evidence.Failed.Select(phase => phase.Type).FirstOrDefault() is { } phase ? $" in the phase {phase}" : string.Empty)}, by a person or by what started it.",
        "Start it again; CloudTrail tells who called StopBuild.",
        evidence.Failed.Select(phase => phase.ToString()));
}
