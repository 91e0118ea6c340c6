using System.Text.RegularExpressions;
using BlueGreen.Ecs.Tests.Unit.Support;

namespace BlueGreen.Ecs.Tests.Unit.Documentation;

/// <summary>Every finding code has its section.</summary>
public sealed partial class FindingsPageTests(ITestOutputHelper output)
{
    [Fact]
    public void Page_HasASection_ForExactlyTheCodesInTheSource()
    {
        var page = File.ReadAllText(Path.Combine(Repository.RequireRoot(), "docs", "findings.md"));
        var documented = Heading.Matches(page).Select(match => match.Groups["code"].Value).ToList();
        var used = Repository.SourcesOf("BlueGreen.Ecs")
            .SelectMany(file => Constant.Matches(File.ReadAllText(file.FullName)).Select(match => match.Groups["code"].Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        documented.Should().Equal(used);
        output.WriteLine($"findings page: {documented.Count} codes, each with a section");
    }

    [Fact]
    public void Page_EverySection_SaysWhatWhyAndHowToFix()
    {
        var page = File.ReadAllText(Path.Combine(Repository.RequireRoot(), "docs", "findings.md"));

        Heading.Split(page).Where((_, i) => i > 0 && i % 2 == 0).Should().OnlyContain(section =>
            section.Contains("**What**", StringComparison.Ordinal) && section.Contains("**Why**", StringComparison.Ordinal) && section.Contains("**Fix**", StringComparison.Ordinal));
    }

    [GeneratedRegex("^## (?<code>BG[0-9]{3})", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex("\"(?<code>BG[0-9]{3})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constant { get; }
}
