using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG733: a placeholder of an image is not filled, or named with its brackets.</summary>
internal sealed partial class ImagePlaceholderRule : IActionRule
{
    public FailureCause? Explain(ActionEvidence evidence)
    {
        if (evidence.Provider != "CodeDeployToECS")
        {
            return null;
        }

        var bracketed = evidence.Configuration.Where(setting => setting.Name.EndsWith("ContainerName", StringComparison.Ordinal) && setting.Value.Contains('<', StringComparison.Ordinal)).Select(setting => $"{setting.Name} = {setting.Value}").ToList();
        var unfilled = Placeholder.Match(evidence.Message);
        return bracketed.Count == 0 && !unfilled.Success ? null : Cause.Certain(
            "BG733",
            evidence.Subject,
            bracketed.Count > 0
                ? $"The action names an image's placeholder with its brackets, so that nothing is filled: {bracketed[0]}."
                : $"Nothing fills the placeholder {unfilled.Value} of the templates.",
            "Set Image1ContainerName to the placeholder's name without brackets, such as IMAGE1_NAME where the task definition has <IMAGE1_NAME>, and Image1ArtifactName to the artifact with imageDetail.json.",
            bracketed.Append(evidence.Line));
    }

    [GeneratedRegex("<[A-Za-z][A-Za-z0-9_]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder { get; }
}
