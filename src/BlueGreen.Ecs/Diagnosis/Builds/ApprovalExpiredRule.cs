namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG737: nobody answered the approval in time.</summary>
internal sealed class ApprovalExpiredRule : IActionRule
{
    public FailureCause? Explain(ActionEvidence evidence) =>
        evidence.Category == "Approval" && IsMeant(evidence)
            ? Cause.Certain("BG737", evidence.Subject, "Nobody answered the approval in time; a request waits for seven days, or as long as the action says.", "Retry the stage, and have its notification reach somebody who may answer.", evidence.Line)
            : null;

    public static bool IsMeant(ActionEvidence evidence) =>
        evidence.Message.Contains("expired", StringComparison.OrdinalIgnoreCase) || evidence.Message.Contains("timed out", StringComparison.OrdinalIgnoreCase) || evidence.Message.Contains("timeout", StringComparison.OrdinalIgnoreCase);
}
