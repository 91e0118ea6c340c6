namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG116: every container has an image whose name can be one.</summary>
internal sealed class ImageRule() : ContainerRule("BG116")
{
    private const int Longest = 255;

    protected override void Check(ContainerDefinition container, Report report)
    {
        if (string.IsNullOrEmpty(container.Image))
        {
            report.Error($"image", $"Container \"{container.Name}\" has no image; one is needed.", "Write repository:tag, repository@sha256:…, or a placeholder such as <IMAGE1_NAME> that the deployment fills.");
        }
        else if (container.Image.Length > Longest)
        {
            report.Error($"image", $"The image has {container.Image.Length} characters; allowed are {Longest}.", "Choose a shorter repository or tag.");
        }
        else if (!container.Image.HasPlaceholder() && ImageName.Parse(container.Image).Mistake is { } mistake)
        {
            report.Error($"image", $"The image is \"{container.Image}\": {mistake}", "Write it as REGISTRY/REPOSITORY:TAG or REGISTRY/REPOSITORY@sha256:DIGEST, without https:// before it.");
        }
    }
}
