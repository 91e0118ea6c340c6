namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG133: the image's tag says which version it is.</summary>
internal sealed class FloatingTagRule() : ContainerRule("BG133")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        if (string.IsNullOrEmpty(container.Image) || container.Image.HasPlaceholder())
        {
            return;
        }

        var image = ImageName.Parse(container.Image);
        if (!image.HasDigest && image.Mistake is null && image.Tag is null or "latest")
        {
            report.Warning(
                $"image",
                $"The image of container \"{container.Name}\" has {(image.Tag is null ? "no tag, which means latest" : "the tag latest")}: it stands for another version after the next push.",
                "Give the version a tag of its own, or name it by digest. Then a rollback runs what ran before.");
        }
    }
}
