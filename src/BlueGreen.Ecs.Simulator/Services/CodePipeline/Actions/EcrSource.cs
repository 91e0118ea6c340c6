using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecr;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>The source action ECR: an image by its tag, told in <c>imageDetail.json</c>.</summary>
internal static class EcrSource
{
    // As the file stands in real artifacts: no escape but those that JSON wants.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Start(ActionContext context) => context.After(context.World.Options.Timings.PipelineStep, () => Fetch(context));

    private static void Fetch(ActionContext context)
    {
        var (name, tag) = (context.Setting("RepositoryName")!, context.Setting("ImageTag", "latest"));
        var repository = context.Region.Get(region => new EcrState(region)).Repository(name);
        var image = context.Run.Execution.Overrides.GetValueOrDefault(context.Run.Name) is { } digest ? repository.Images.GetValueOrDefault(digest) : repository.ByTag(tag);
        if (image is null)
        {
            context.Fail("ConfigurationError", $"The image with tag '{tag}' does not exist in the repository '{name}'.");
            return;
        }

        var uri = $"{context.World.Account}.dkr.ecr.{context.Region.Name}.amazonaws.com/{name}@{image.Digest}";
        var detail = new JsonObject
        {
            ["ImageSizeInBytes"] = image.Size.ToString(CultureInfo.InvariantCulture),
            ["ImageDigest"] = image.Digest,
            ["Version"] = "1.0",
            ["ImagePushedAt"] = image.Pushed.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture),
            ["RegistryId"] = context.World.Account,
            ["RepositoryName"] = name,
            ["ImageURI"] = uri,
            ["ImageTags"] = image.Tags.ToJson(),
        };
        (string Key, string Value)[] variables =
        [
            ("RegistryId", context.World.Account), ("RepositoryName", name), ("ImageTag", tag), ("ImageDigest", image.Digest), ("ImageURI", uri),
        ];
        foreach (var (key, value) in variables)
        {
            context.Run.Variables[key] = value;
        }

        var url = $"https://console.aws.amazon.com/ecr/home?region={context.Region.Name}#repositories/{name}";
        (context.Run.Revision, context.Run.ExternalId) = (new SourceRevision(image.Digest, string.Empty, url, image.Pushed), image.Digest);
        context.Output(context.OutputNames[0], FileSet.Empty.With("imageDetail.json", detail.ToJsonString(Plain)));
        context.Succeed();
    }
}
