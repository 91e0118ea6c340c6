namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>All rules of pipelines' actions; each looks for what the others do not.</summary>
internal static class ActionRules
{
    private static readonly IActionRule[] All =
    [
        new TemplateMissingRule(), new ImageDetailRule(), new ImagePlaceholderRule(), new DeployActionRule(), new ApprovalExpiredRule(), new ApprovalRejectedRule(), new ActionDeniedRule(),
        new SourceActionRule(), new ActionSettingsRule(),
    ];

    /// <returns>The first cause that a rule knows, for an action's error has one; else that it failed.</returns>
    public static FailureCause Explain(ActionEvidence evidence) => All.Select(rule => rule.Explain(evidence)).OfType<FailureCause>().FirstOrDefault() ?? ActionFailedRule.Explain(evidence);
}
