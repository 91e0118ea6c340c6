using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>References of images, as Docker reads them.</summary>
internal static partial class DockerReference
{
    public static bool IsValid(string image) => Pattern().IsMatch(image);

    /// <returns>The reference with its tag, <c>latest</c> where it has none.</returns>
    public static string Full(string image) => ImagePush.WithoutTag(image) == image ? image + ":latest" : image;

    /// <returns>The registry, or <see langword="null"/> for Docker Hub.</returns>
    public static string? Host(string image)
    {
        var slash = image.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? string.Empty : image[..slash];
        return first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal) || first is "localhost" ? first : null;
    }

    [GeneratedRegex(@"^([A-Za-z0-9.-]+(:\d+)?/)?[a-z0-9]+([._/-]+[a-z0-9]+)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
