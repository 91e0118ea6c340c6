using System.Text.RegularExpressions;

namespace BlueGreen.Ecs;

/// <summary>A repository of Amazon ECR: its name, and where it was given by URI its registry and region.</summary>
internal sealed partial record EcrRepository(string Name, string? Registry, string? Region)
{
    private const int LongestName = 256;

    public static EcrRepository Parse(string repository) =>
        Pattern.Match(repository) is { Success: true } match && match.Groups["name"].Value is { Length: >= 2 and <= LongestName } name
            ? new(name, ValueOf(match.Groups["registry"]), ValueOf(match.Groups["region"]))
            : throw new ArgumentException(
                $"'{repository}' names no ECR repository. Allowed is a name of lower-case letters, digits and single . _ - / between them, or a URI such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/web, without a tag.",
                nameof(repository));

    private static string? ValueOf(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(
        @"\A(?:(?<registry>[0-9]{12}\.dkr[.-]ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.[a-z0-9.-]+)/)?(?<name>(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern { get; }
}
