namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG134: images are not pulled from Docker Hub without a name.</summary>
internal sealed class DockerHubRule() : ContainerRule("BG134")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        if (container.RepositoryCredentials is not null || string.IsNullOrEmpty(container.Image) || container.Image.HasPlaceholder())
        {
            return;
        }

        var image = ImageName.Parse(container.Image);
        if (image.IsOfDockerHub && image.Mistake is null)
        {
            report.Warning(
                $"image",
                $"The image \"{container.Image}\" is pulled from Docker Hub anonymously, which Docker Hub limits by address; tasks behind one NAT gateway share the limit.",
                "Copy the image to ECR, use an ECR pull-through cache, or give repositoryCredentials.");
        }
    }
}
