using Amazon.ECR;
using Amazon.ECR.Model;
using BlueGreen.Ecs.Documents.Rules;
using BlueGreen.Ecs.Planning;
using Microsoft.Extensions.Options;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks in ECR for the images of the new version. Other registries are not asked.</summary>
internal sealed class ImageReader(SideClient<IAmazonECR> ecr, SurveyCalls calls, IOptions<DeployerOptions> options)
{
    private static readonly List<string> MediaTypes =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    public async Task<IReadOnlyList<ImageFacts>> ReadAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var images = plan.TaskDefinition.ContainerDefinitions.Select(container => container.Image).OfType<string>().Distinct(StringComparer.Ordinal);
        return await Task.WhenAll(images.Select(image => (Image: image, Name: ImageName.Parse(image))).Where(one => one.Name.IsOfEcr && one.Name.Mistake is null).Select(one => ReadAsync(one.Image, one.Name, AwsPlace.Of(plan.Service.Arn).Region, cancellationToken))).ConfigureAwait(false);
    }

    // 123456789012.dkr.ecr.eu-west-1.amazonaws.com
    private async Task<ImageFacts> ReadAsync(string image, ImageName name, string place, CancellationToken cancellationToken)
    {
        var (account, region) = name.Registry!.Split('.') is [var number, _, _, var where, ..] ? (number, where) : (string.Empty, string.Empty);
        if (place is { Length: > 0 } here && here != region)
        {
            return new(image, IsRepository: true, new(Value: null, NotChecked.Elsewhere(image, $"whether the image exists: it is in {region}, the clients look in {here}")));
        }

        var isRepository = true;
        var request = new BatchGetImageRequest
        {
            RegistryId = account,
            RepositoryName = name.Repository,
            ImageIds = [new() { ImageTag = name.Digest is null ? name.Tag ?? "latest" : null, ImageDigest = name.Digest }],
            AcceptedMediaTypes = MediaTypes,
        };
        var found = await calls.ReadAsync(
            "ecr:BatchGetImage", image, "whether the image exists, and for which processors",
            async token => (await ecr.Value.BatchGetImageAsync(request, token).ConfigureAwait(false)).Images is [var one, ..] ? EcrImage.Read(one.ImageId.ImageDigest, one.ImageManifest) : null,
            code => !(isRepository = code is not "RepositoryNotFoundException"),
            cancellationToken).ConfigureAwait(false);
        var scan = options.Value.ImageScanThreshold is null || found.Value is null ? null : await ScanAsync(image, request, cancellationToken).ConfigureAwait(false);
        return new(image, isRepository, found, scan);
    }

    private Task<Read<IReadOnlyDictionary<string, int>>> ScanAsync(string image, BatchGetImageRequest asked, CancellationToken cancellationToken) => calls.ReadAsync<IReadOnlyDictionary<string, int>>(
        "ecr:DescribeImageScanFindings",
        image,
        "what the image's scan has found",
        async token => (await ecr.Value.DescribeImageScanFindingsAsync(new DescribeImageScanFindingsRequest { RegistryId = asked.RegistryId, RepositoryName = asked.RepositoryName, ImageId = asked.ImageIds[0], MaxResults = 1 }, token).ConfigureAwait(false)).ImageScanFindings?.FindingSeverityCounts,
        code => code is "ScanNotFoundException",
        cancellationToken);
}
