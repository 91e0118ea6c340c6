using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecr;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>
/// Whether an image can be pulled: as its behaviour says, else by what is in the account's own registry, and always by the execution role's permissions and the way
/// there. Other registries have every image, and all tasks get there.
/// </summary>
internal static class ImagePull
{
    private static readonly string[] Rights = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    /// <returns>Why the task cannot log in to ECR, or <see langword="null"/>: it has no way there, or its execution role may not.</returns>
    public static string? FindLoginError(Region region, EcsTask task)
    {
        const string Prefix = "ResourceInitializationError: unable to pull secrets or registry auth: ";
        if (task.Containers.Select(container => EcrImage.Parse(container.Image)).FirstOrDefault(one => one is not null) is not { } image)
        {
            return null;
        }

        if (!task.Network.Reaches(region, "ecr.api"))
        {
            return $"{Prefix}The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network "
                + $"configuration. RequestError: send request failed caused by: Post \"https://api.ecr.{image.Region}.amazonaws.com/\": dial tcp: i/o timeout";
        }

        // Without the rights to pull it is the pull that AWS tells of.
        return FindDenial(region, task, image) is null && ExecutionRole.FindDenial(region, task, "ecr:GetAuthorizationToken", "*") is { } denial
            ? $"{Prefix}execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: {denial}"
            : null;
    }

    /// <returns>Why the image cannot be pulled, or <see langword="null"/>: the text behind <c>CannotPullContainerError: </c>.</returns>
    public static string? FindError(Region region, EcsTask task, string reference)
    {
        var behavior = region.World.BehaviorOf(reference);
        if (behavior?.PullError is { } told)
        {
            return told;
        }

        if (EcrImage.Parse(reference) is not { } image)
        {
            return null;
        }

        if (FindDenial(region, task, image) is not null)
        {
            return "The task can't pull the image. Check that the role has the permissions to pull images from the registry.";
        }

        if (FindNetworkError(region, task, image, reference) is { } lost)
        {
            return lost;
        }

        if (image.Account != region.World.Account)
        {
            return null;
        }

        var stored = Find(region.World.In(image.Region), image);
        return stored is null
            ? behavior is null ? $"failed to resolve ref {reference}: {reference}: not found" : null
            : stored.Platforms is { } platforms && !platforms.Contains(PlatformOf(task), StringComparer.Ordinal)
                ? $"pull image manifest has been retried 1 time(s): image Manifest does not contain descriptor matching platform '{PlatformOf(task)}'"
                : null;
    }

    private static string? FindDenial(Region region, EcsTask task, EcrImage image) =>
        Rights.Select(right => ExecutionRole.FindDenial(region, task, right, image.RepositoryArn)).FirstOrDefault(denial => denial is not null);

    // The manifest comes from the registry, the layers from a bucket of ECR.
    private static string? FindNetworkError(Region region, EcsTask task, EcrImage image, string reference)
    {
        const string Lost = "dial tcp: i/o timeout";
        return !task.Network.Reaches(region, "ecr.dkr")
            ? $"pull image manifest has been retried 5 time(s): failed to resolve ref {reference}: failed to do request: Head \"https://{image.Host}/v2/{image.Repository}/manifests/{image.Version}\": {Lost}"
            : !task.Network.Reaches(region, "s3")
                ? $"ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get \"https://prod-{image.Region}-starport-layer-bucket.s3.{image.Region}.amazonaws.com/\": {Lost}"
                : null;
    }

    private static StoredImage? Find(Region registry, EcrImage image)
    {
        var repository = registry.Get(region => new EcrState(region)).Repositories.GetValueOrDefault(image.Repository);
        return image.IsDigest ? repository?.Images.GetValueOrDefault(image.Version) : repository?.ByTag(image.Version);
    }

    private static string PlatformOf(EcsTask task)
    {
        var platform = task.TaskDefinition.Document.Object("runtimePlatform");
        var system = platform?.Text("operatingSystemFamily", "LINUX").StartsWith("WINDOWS", StringComparison.Ordinal) is true ? "windows" : "linux";
        return $"{system}/{(platform?.Text("cpuArchitecture") is "ARM64" ? "arm64" : "amd64")}";
    }
}
