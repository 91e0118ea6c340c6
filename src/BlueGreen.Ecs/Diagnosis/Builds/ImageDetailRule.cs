namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG732: imageDetail.json is missing, or is none.</summary>
internal sealed class ImageDetailRule : IActionRule
{
    public FailureCause? Explain(ActionEvidence evidence) =>
        evidence.Message.Contains("read the image artifact file", StringComparison.OrdinalIgnoreCase) || evidence.Message.Contains("imageDetail", StringComparison.OrdinalIgnoreCase)
            ? Cause.Certain(
                "BG732",
                evidence.Subject,
                $"The deploy action cannot read imageDetail.json of the artifact {evidence.Setting("Image1ArtifactName") ?? "that it names for images"}: the file is missing, or has no ImageURI.",
                "Have the build write {\"ImageURI\":\"REGISTRY/REPOSITORY:TAG\"} to imageDetail.json, and list the file under artifacts; imagedefinitions.json is another file.",
                evidence.Line)
            : null;
}
