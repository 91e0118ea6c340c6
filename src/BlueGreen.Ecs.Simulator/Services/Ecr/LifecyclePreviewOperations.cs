using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>The preview of a lifecycle policy: begun, and asked for until it is complete.</summary>
internal static class LifecyclePreviewOperations
{
    private const int DefaultPage = 100;

    public static JsonObject Start(EcrState state, JsonObject request)
    {
        var repository = state.Repository(request.Text("repositoryName")!);
        var text = request.Text("lifecyclePolicyText") is { } given ? PolicyOperations.CheckLifecycle(given) : PolicyOperations.LifecycleOf(repository);
        if (repository.Preview is { Results: null })
        {
            throw new AwsErrorException("LifecyclePolicyPreviewInProgressException",
                $"The repository with name '{repository.Name}' in registry with id '{repository.Registry}' has an active lifecycle policy preview in progress");
        }

        var (world, preview) = (state.Region.World, new LifecyclePreview(text));
        repository.Preview = preview;
        world.Clock.Schedule(world.Options.Timings.LifecyclePolicyPreview, $"preview of the lifecycle policy of {repository.Name}", () => preview.Complete(repository, world.Now));
        return Answer(repository, preview);
    }

    public static JsonObject Get(EcrState state, JsonObject request)
    {
        var repository = state.Repository(request.Text("repositoryName")!);
        var preview = repository.Preview ?? throw new AwsErrorException("LifecyclePolicyPreviewNotFoundException",
            $"Lifecycle policy preview does not exist for the repository with name '{repository.Name}' in the registry with id '{repository.Registry}'");
        var answer = Answer(repository, preview);
        if (preview.Results is { } results)
        {
            var asked = request.Objects("imageIds");
            var found = results.Where(one => ImageOperations.HasStatus(one.Image, request))
                .Where(one => asked.Count == 0 || asked.Any(id => id.Text("imageDigest") == one.Image.Digest || one.Image.Tags.Contains(id.Text("imageTag", ""))));
            var (page, next) = TokenPaging.Take(found, request.Text("nextToken"), request.Int("maxResults") ?? DefaultPage, "InvalidParameterException");
            answer["previewResults"] = page.ToJson(Result);
            answer["nextToken"] = next;
            answer["summary"] = new JsonObject { ["expiringImageTotalCount"] = results.Count(one => one.Action.Text("type") is "expire") };
        }

        return answer;
    }

    private static JsonObject Answer(Repository repository, LifecyclePreview preview) => new()
    {
        ["registryId"] = repository.Registry,
        ["repositoryName"] = repository.Name,
        ["lifecyclePolicyText"] = preview.Policy,
        ["status"] = preview.Results is null ? "IN_PROGRESS" : "COMPLETE",
    };

    private static JsonObject Result((StoredImage Image, JsonObject Action, int Rule) one) => new()
    {
        ["imageDigest"] = one.Image.Digest,
        ["imageTags"] = one.Image.Tags.ToJson(),
        ["imagePushedAt"] = one.Image.Pushed.ToJson(),
        ["action"] = new JsonObject { ["type"] = one.Action.Text("type", "expire").ToUpperInvariant() },
        ["appliedRulePriority"] = one.Rule,
        ["storageClass"] = "STANDARD",
    };
}
