namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG740: an action failed, and no other rule knows why.</summary>
internal static class ActionFailedRule
{
    public static FailureCause Explain(ActionEvidence evidence) => Cause.Likely(
        "BG740",
        evidence.Subject,
        evidence.Message.Length > 0 ? $"The action of {evidence.Provider} failed: {Cause.Sentence(evidence.Message)}" : $"The action of {evidence.Provider} failed, and CodePipeline does not say why.",
        evidence.ExternalId is { } id ? $"Look at {id}, which the action started." : "Look at what the action calls, and retry the stage.",
        evidence.Line);
}
