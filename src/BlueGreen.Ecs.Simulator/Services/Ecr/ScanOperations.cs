using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>Basic scans: on push where the repository says so, or on demand, once a day for each image.</summary>
internal static class ScanOperations
{
    private const int DefaultPage = 100;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly string[] Severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNDEFINED"];

    public static JsonObject Start(EcrState state, JsonObject request)
    {
        var (repository, image) = Find(state, request);
        if (image.Scan is { } last && state.Region.World.Now - last.Started < Day)
        {
            throw new AwsErrorException("LimitExceededException", "The scan quota per image has been exceeded. Wait and try again.");
        }

        Begin(state, repository, image);
        return Answer(request, repository, image, "IN_PROGRESS");
    }

    public static JsonObject DescribeFindings(EcrState state, JsonObject request)
    {
        var (repository, image) = Find(state, request);
        var scan = image.Scan ?? throw new AwsErrorException("ScanNotFoundException",
            $"Image scan does not exist for the image with '{{imageDigest:'{image.Digest}'}}' in the repository with name '{repository.Name}' in the registry with id '{repository.Registry}'");
        var answer = Answer(request, repository, image, scan.Completed is null ? "IN_PROGRESS" : "COMPLETE");
        if (scan.Completed is { } completed)
        {
            var (page, next) = TokenPaging.Take(scan.Findings, request.Text("nextToken"), request.Int("maxResults") ?? DefaultPage, "InvalidParameterException");
            answer["imageScanFindings"] = new JsonObject
            {
                ["imageScanCompletedAt"] = completed.EpochSeconds(),
                ["vulnerabilitySourceUpdatedAt"] = completed.EpochSeconds(),
                ["findings"] = page.ToJson(one => new JsonObject { ["name"] = one.Name, ["severity"] = one.Severity }),
                ["findingSeverityCounts"] = new JsonObject(scan.Findings.GroupBy(one => one.Severity, StringComparer.Ordinal)
                    .Select(group => new KeyValuePair<string, JsonNode?>(group.Key, group.Count()))),
            };
            answer["nextToken"] = next;
        }

        return answer;
    }

    /// <summary>Begins a scan, which ends by itself.</summary>
    public static void Begin(EcrState state, Repository repository, StoredImage image)
    {
        var world = state.Region.World;
        var scan = image.Scan = new ImageScan(world.Now);
        world.Clock.Schedule(world.Options.Timings.ImageScan, $"scan of {image.Digest}", () =>
        {
            scan.Completed = world.Now;
            scan.Findings = [.. image.Tags.Select(tag => $"{repository.Uri}:{tag}").Append($"{repository.Uri}@{image.Digest}")
                .SelectMany(reference => world.BehaviorOf(reference)?.Vulnerabilities ?? [])
                .Distinct().OrderBy(one => Array.IndexOf(Severities, one.Severity)).ThenBy(one => one.Name, StringComparer.Ordinal)];
            world.History.Record("image-scan", $"{repository.Name}@{image.Digest}", $"complete with {scan.Findings.Count} findings");
        });
    }

    private static (Repository Repository, StoredImage Image) Find(EcrState state, JsonObject request)
    {
        var repository = state.Repository(request.Text("repositoryName")!);
        return (repository, ImageOperations.Require(repository, request.Object("imageId")!));
    }

    private static JsonObject Answer(JsonObject request, Repository repository, StoredImage image, string status) => new()
    {
        ["registryId"] = repository.Registry,
        ["repositoryName"] = repository.Name,
        ["imageId"] = new JsonObject { ["imageDigest"] = image.Digest, ["imageTag"] = request.Object("imageId")?.Text("imageTag") },
        ["imageScanStatus"] = new JsonObject
        {
            ["status"] = status,
            ["description"] = status == "COMPLETE" ? "The scan was completed successfully." : null,
        },
    };
}
