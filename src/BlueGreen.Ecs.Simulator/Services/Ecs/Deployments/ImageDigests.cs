using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecr;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>
/// Finds the digests behind a task definition's images: in the account's own registry, or in the reference itself. Other registries are not there to ask;
/// their images get a digest that follows from the reference.
/// </summary>
internal static class ImageDigests
{
    public static JsonArray Resolve(Region region, TaskDefinition definition) => definition.Containers.Select(container =>
    {
        var image = container.Text("image", "");
        var resolved = new JsonObject { ["containerName"] = container.Text("name"), ["image"] = image };
        resolved.SetUnlessNull("imageDigest", Digest(region, image));
        return resolved;
    }).ToJson();

    private static string? Digest(Region region, string image)
    {
        if (image.Split('@') is [_, var digest])
        {
            return digest;
        }

        var slash = image.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? [] : image[..slash].Split('.');
        if (host is not [var account, "dkr", "ecr", var registry, "amazonaws", "com"] || account != region.World.Account)
        {
            return StoredImage.DigestOf(image);
        }

        var parts = image[(slash + 1)..].Split(':');
        return region.World.In(registry).Get(one => new EcrState(one)).FindDigest(parts[0], parts.ElementAtOrDefault(1) ?? "latest");
    }
}
