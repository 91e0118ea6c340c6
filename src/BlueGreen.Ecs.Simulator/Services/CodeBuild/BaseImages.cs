using BlueGreen.Ecs.Simulator.Services.CodeBuild.Shell;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>The images that a Dockerfile starts from. A source without a Dockerfile is built too, as if it came from Docker Hub.</summary>
internal static class BaseImages
{
    public const string Limit = "toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit";

    /// <returns>Why the image cannot be built, or <see langword="null"/>.</returns>
    public static string? FindError(ShellSession session, DockerArguments arguments, bool isHubClosed)
    {
        var named = arguments.Values("-f", "--file").FirstOrDefault();
        var context = arguments.Positional[0].TrimEnd('/');
        var file = session.Files.Text(session.PathOf(named ?? $"{context}/Dockerfile"));
        if (named is not null && file is null)
        {
            return $"failed to solve: failed to read dockerfile: open {named}: no such file or directory";
        }

        var pulled = file is null ? ["base:latest"] : FromHub(file);
        return isHubClosed && pulled.FirstOrDefault() is { } image
            ? $"failed to solve: {image}: failed to resolve source metadata for docker.io/library/{image}: {Limit}"
            : null;
    }

    private static List<string> FromHub(string dockerfile)
    {
        var stages = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "scratch" };
        var pulled = new List<string>();
        foreach (var line in dockerfile.Split('\n').Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            if (line is not [var keyword, ..] || !keyword.Equals("FROM", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var words = line.Skip(1).Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
            if (words.Count > 0 && !stages.Contains(words[0]) && DockerReference.Host(words[0]) is null)
            {
                pulled.Add(words[0]);
            }

            if (words.Count > 2)
            {
                stages.Add(words[2]);
            }
        }

        return pulled;
    }
}
