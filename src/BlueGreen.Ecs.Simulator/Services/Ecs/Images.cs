using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>What becomes of an image when a task wants it.</summary>
internal static class Images
{
    public static ImageBehavior? Behavior(World world, string image) => world.Images.GetValueOrDefault(image);

    /// <returns>Why the image cannot be pulled, or <see langword="null"/>.</returns>
    public static string? FindPullError(World world, string image) => Behavior(world, image)?.PullError;
}
