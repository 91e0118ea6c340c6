using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>
/// The text that CodeDeploy keeps with a deployment: what, who, and a mark by which it is found again, because CreateDeployment takes no client token.
/// </summary>
internal static class DeploymentDescription
{
    private const int Longest = 256; // CodeDeploy's limits page.
    private const int MarkLength = 12;

    /// <summary>A mark of its own for each request to deploy.</summary>
    /// <param name="content">The AppSpec.</param>
    /// <param name="now">When it is asked for.</param>
    public static string Mark(string content, DateTimeOffset now)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{now.UtcTicks} {Environment.ProcessId} {content}");
        return $"[bluegreen-ecs {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..MarkLength]}]";
    }

    /// <summary>The whole text; what is too long is cut before the mark.</summary>
    public static string Compose(DeploymentPlan plan, string mark)
    {
        var (deployment, images) = (plan.Deployment, plan.TaskDefinition.ContainerDefinitions.Select(container => container.Image).OfType<string>().Distinct(StringComparer.Ordinal));
        string?[] parts =
        [
            deployment.Description ?? string.Join(", ", images.Select(image => image[(image.LastIndexOf('/') + 1)..])),
            deployment.StartedBy is { } who ? $"by {who}" : null,
            deployment.Commit is { } commit ? $"commit {commit}" : null,
        ];
        var text = string.Join(", ", parts.Where(part => part is not null));
        var room = Longest - mark.Length - 1;
        return $"{(text.Length > room ? $"{text[..(room - 1)]}…" : text)} {mark}";
    }
}
