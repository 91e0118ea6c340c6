using Microsoft.Extensions.Options;

namespace BlueGreen.Ecs.Preflight.Survey.Checks;

/// <summary>BG501 to BG504: the images are in ECR, for the tasks' platform, and without findings that are not accepted.</summary>
internal sealed class ImageCheck(IOptions<DeployerOptions> options) : ISurveyCheck
{
    public IEnumerable<Finding> Check(Surroundings around) => around.Images.SelectMany(image => Check(image, PlatformOf(around.Plan)));

    private IEnumerable<Finding> Check(ImageFacts image, string? platform)
    {
        if (!image.IsRepository)
        {
            yield return new("BG501", FindingSeverity.Error, image.Image, "ECR has no repository of that name in that account; the image could not be pulled.", "Create the repository and push the image, or correct the image's name.");
        }
        else if (image.Found.IsMissing)
        {
            yield return new("BG502", FindingSeverity.Error, image.Image, "The repository has no image of that tag or digest; it could not be pulled.", "Push the image, or name a tag that exists.");
        }

        if (platform is not null && image.Found.Value?.Platforms is { } platforms && !platforms.Contains(platform, StringComparer.Ordinal))
        {
            yield return new("BG503", FindingSeverity.Error, image.Image, $"The image is for {string.Join(", ", platforms)}; the tasks run on {platform}.", $"Build the image for {platform} too, or set the task definition's runtimePlatform.");
        }

        if (options.Value.ImageScanThreshold is { } threshold && image.Scan is { } scan)
        {
            if (scan.IsMissing)
            {
                yield return new("BG504", FindingSeverity.NotChecked, image.Image, "The image has not been scanned.", "Scan images on push.");
            }
            else if (scan.Value is { } counts && counts.Where(count => count.Value > 0 && Enum.TryParse<ImageScanSeverity>(count.Key, ignoreCase: true, out var severity) && severity >= threshold).ToList() is { Count: > 0 } severe)
            {
                yield return new("BG504", FindingSeverity.Error, image.Image, FormattableString.Invariant($"The image's scan has findings of severity {threshold} or above: {string.Join(", ", severe.Select(count => FormattableString.Invariant($"{count.Value} {count.Key}")))}."), "Build the image on a base without them, or raise ImageScanThreshold.");
            }
        }
    }

    // On instances of one's own the processor is known only when the task definition says it; on Fargate it is X86_64 by default.
    private static string? PlatformOf(DeploymentPlan plan)
    {
        var definition = plan.TaskDefinition;
        var isWindows = definition.RuntimePlatform?.OperatingSystemFamily is { } family && family != OperatingSystemFamily.Linux;
        var isFargate = definition.RequiresCompatibilities.Any(one => one == Compatibility.Fargate);
        return (definition.RuntimePlatform?.CpuArchitecture, isFargate) switch
        {
            (null, false) => null,
            (null, true) => isWindows ? "windows/amd64" : "linux/amd64",
            ({ } cpu, _) => $"{(isWindows ? "windows" : "linux")}/{(cpu == CpuArchitecture.Arm64 ? "arm64" : "amd64")}",
        };
    }
}
