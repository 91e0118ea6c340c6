namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG739: the action's configuration does not fit what it finds.</summary>
internal sealed class ActionSettingsRule : IActionRule
{
    private static readonly string[] Words = ["image definition file", "Error calling startBuild", "Project cannot be found", "invalid JSON format"];

    public FailureCause? Explain(ActionEvidence evidence) =>
        evidence.Code is "ConfigurationError" or "InvalidParameter" || Array.Exists(Words, word => evidence.Message.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? Cause.Certain(
                "BG739",
                evidence.Subject,
                $"The configuration of the action does not fit what it finds: {Cause.Sentence(evidence.Message)}",
                "Compare the action's configuration with what it names: the project and its source, the artifacts and the files in them, the cluster and the service.",
                evidence.Line)
            : null;
}
