namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG736: somebody rejected the approval.</summary>
internal sealed class ApprovalRejectedRule : IActionRule
{
    public FailureCause? Explain(ActionEvidence evidence) =>
        evidence.Category == "Approval" && !ApprovalExpiredRule.IsMeant(evidence)
            ? Cause.Certain("BG736", evidence.Subject, $"The approval was rejected: {Cause.Sentence(evidence.Message)}", "Ask who rejected it, and start the pipeline again with what they want changed.", evidence.Line)
            : null;
}
