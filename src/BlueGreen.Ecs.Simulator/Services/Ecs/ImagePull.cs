using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Ecr;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Whether an image can be pulled: as its behaviour says, else by what is in the account's own registry. Other registries have every image.</summary>
internal static class ImagePull
{
    /// <returns>Why the image cannot be pulled, or <see langword="null"/>.</returns>
    public static string? FindError(Region region, string image)
    {
        if (region.World.BehaviorOf(image) is { } behavior)
        {
            return behavior.PullError;
        }

        var slash = image.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? [] : image[..slash].Split('.');
        return host is [var account, "dkr", "ecr", var registry, "amazonaws", "com"] && account == region.World.Account
            && !Exists(region.World.In(registry), image[(slash + 1)..])
                ? $"failed to resolve ref {image}: {image}: not found"
                : null;
    }

    private static bool Exists(Region registry, string image)
    {
        var state = registry.Get(region => new EcrState(region));
        if (image.Split('@') is [var repository, var digest])
        {
            return state.Repositories.GetValueOrDefault(repository)?.Images.ContainsKey(digest) == true;
        }

        var parts = image.Split(':');
        return state.FindDigest(parts[0], parts.ElementAtOrDefault(1) ?? "latest") is not null;
    }
}
