using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG154: a build that may pull from Docker Hub is logged in there.</summary>
internal sealed partial class DockerHubLoginRule : IDocumentRule
{
    public IEnumerable<Finding> Check(DocumentSet documents)
    {
        if (documents.BuildSpec is not { } build)
        {
            yield break;
        }

        var commands = BuildCommands.Of(build.Content).ToList();
        var builds = commands.Find(each => Build.IsMatch(each.Command));
        var isKnown = commands.Exists(each => ShellScan.Statements(each.Command).Any(each => Login.IsMatch(each.Statement) && !EcrUser.IsMatch(each.Statement)));
        if (builds.Path is not null && !isKnown)
        {
            yield return build.Finding(
                "BG154",
                FindingSeverity.Note,
                builds.Path,
                "An image is built without a login to Docker Hub. What its Dockerfile takes from there is pulled anonymously, under a limit that builds share with strangers.",
                "Log in with a token from Secrets Manager, or take base images from a registry without that limit, such as public.ecr.aws.");
        }
    }

    [GeneratedRegex(@"\bdocker(?:\s+buildx|\s+compose|-compose)?\s+build\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Build { get; }

    [GeneratedRegex(@"\bdocker\s+login\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Login { get; }

    [GeneratedRegex(@"(?:--username|-u)(?:\s+|=)[""']?AWS\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EcrUser { get; }
}
