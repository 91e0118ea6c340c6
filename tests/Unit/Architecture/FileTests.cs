using System.Text.RegularExpressions;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Architecture;

/// <summary>Small files, each with the type that it is named after.</summary>
public sealed partial class FileTests
{
    private const int MostLines = 400;

    public static TheoryData<string> Projects =>
        ["BlueGreen.Ecs.Abstractions", "BlueGreen.Ecs", "BlueGreen.Ecs.AwsClients", "BlueGreen.Ecs.AwsClients.Generator", "BlueGreen.Ecs.Simulator"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_AreShort(string project) =>
        Repository.SourcesOf(project).Where(file => File.ReadLines(file.FullName).Count() > MostLines).Select(file => file.Name).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_HoldOneTypeOfTheirName(string project) =>
        Repository.SourcesOf(project)
            .Select(file => (file.Name, Types: TopLevelType.Matches(File.ReadAllText(file.FullName)).Select(match => match.Groups["name"].Value).ToList()))
            .Where(file => file.Types is not [var only] || !file.Name.StartsWith($"{only}.", StringComparison.Ordinal))
            .Should().BeEmpty();

    // Types at the left margin, under a file-scoped namespace.
    [GeneratedRegex("^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|record struct|record|struct|interface|enum|delegate [^ ]+) (?<name>[A-Za-z0-9_]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopLevelType { get; }
}
