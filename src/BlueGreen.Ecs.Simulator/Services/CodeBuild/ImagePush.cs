using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecr;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>Puts the images that builds make into the simulated ECR.</summary>
internal static class ImagePush
{
    private const string Manifests = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>A manifest of an image that was built now of these files.</summary>
    public static string Manifest(World world, FileSet source)
    {
        var content = new StringBuilder();
        foreach (var path in source.Paths)
        {
            content.Append(path).Append('\n').Append(Convert.ToHexStringLower(SHA256.HashData(source.Bytes(path)!))).Append('\n');
        }

        var layer = Digest(content.ToString());
        var config = Digest(string.Create(CultureInfo.InvariantCulture, $"{layer} {world.Now:O}"));
        return $$"""{"schemaVersion":2,"mediaType":"{{Manifests}}","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":7023,"digest":"{{config}}"},"layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":{{source.Size.ToString(CultureInfo.InvariantCulture)}},"digest":"{{layer}}"}]}""";
    }

    /// <summary>Pushes to the account's registry.</summary>
    /// <returns>The digest, or what the registry answers to Docker.</returns>
    public static (string? Digest, string? Error) Push(Region region, string image, string manifest)
    {
        if (Parse(region.World, image) is not { } target)
        {
            return (null, $"the registry of {image} is not one of the account {region.World.Account}");
        }

        var ecr = region.World.In(target.Region).Get(one => new EcrState(one));
        try
        {
            ImageOperations.Put(ecr, new JsonObject { ["repositoryName"] = target.Repository, ["imageTag"] = target.Tag, ["imageManifest"] = manifest });
        }
        catch (AwsErrorException error)
        {
            return error.Code switch
            {
                // The same image under the same tag: Docker finds everything in place.
                "ImageAlreadyExistsException" => (StoredImage.DigestOf(manifest), null),
                "RepositoryNotFoundException" => (null, $"name unknown: {error.Message}"),
                "ImageTagAlreadyExistsException" => (null, $"tag invalid: {error.Message}"),
                _ => (null, error.Message),
            };
        }

        region.World.History.Record("image", image, "pushed");
        return (StoredImage.DigestOf(manifest), null);
    }

    /// <returns>Where in the account's registry an image belongs, or <see langword="null"/> when it belongs elsewhere.</returns>
    public static (string Region, string Repository, string Tag)? Parse(World world, string image)
    {
        var slash = image.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? [] : image[..slash].Split('.');
        if (host is not [var account, "dkr", "ecr", var region, "amazonaws", "com"] || account != world.Account)
        {
            return null;
        }

        var name = image[(slash + 1)..].Split(':');
        return (region, name[0], name.Length > 1 ? name[1] : "latest");
    }

    public static string WithoutTag(string image) => image.LastIndexOf(':') is var colon && colon > image.LastIndexOf('/') ? image[..colon] : image;

    private static string Digest(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
