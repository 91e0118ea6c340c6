namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG738: a source action failed.</summary>
internal sealed class SourceActionRule : IActionRule
{
    public FailureCause? Explain(ActionEvidence evidence) =>
        evidence.Category == "Source" && !Denial.IsIn(evidence.Message)
            ? Cause.Certain(
                "BG738",
                evidence.Subject,
                $"The source of {evidence.Provider} cannot be had: {Cause.Sentence(evidence.Message)}",
                "Compare the repository or bucket, the branch, tag or key, and the region of the action with what is there, and let the pipeline's role read it.",
                evidence.Line)
            : null;
}
