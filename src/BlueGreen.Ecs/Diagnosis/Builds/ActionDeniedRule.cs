namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG735: the role of the pipeline, or of the action, may not do it.</summary>
internal sealed class ActionDeniedRule : IActionRule
{
    public FailureCause? Explain(ActionEvidence evidence) =>
        evidence.Code == "PermissionError" || Denial.IsIn(evidence.Message)
            ? Cause.Certain(
                "BG735",
                evidence.Role,
                $"The role of the action may not do what the action needs: {Cause.Sentence(evidence.Message)}",
                $"Allow {Denial.ActionIn(evidence.Message) ?? "the action that is named"} to the role, and iam:PassRole on the task definition's roles where it registers one.",
                evidence.Line)
            : null;
}
