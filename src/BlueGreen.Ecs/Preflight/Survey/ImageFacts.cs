namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>An image of ECR that a container of the new version runs.</summary>
/// <param name="Image">The image as the task definition names it.</param>
/// <param name="IsRepository">Whether the repository is there.</param>
/// <param name="Found">What ECR says of the image.</param>
/// <param name="Scan">How many findings its scan has, by severity. Default: scans are not read, or there is none.</param>
internal sealed record ImageFacts(string Image, bool IsRepository, Read<EcrImage> Found, Read<IReadOnlyDictionary<string, int>>? Scan = null);
