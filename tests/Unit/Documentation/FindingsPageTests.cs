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

    [Fact]
    public void Page_EverySectionOfAPlan_EndsWithWhenToSuppress()
    {
        var sections = Sections().Where(section => section.Key is not ['B', 'G', '7' or '9', ..]).ToList();

        sections.Where(section => LastParagraph(section.Value) is not ['*', '*', 'S', 'u', 'p', 'p', 'r', 'e', 's', 's', '*', '*', ':', ' ', .., '.']).Select(section => section.Key).Should().BeEmpty();
        output.WriteLine($"findings page: {sections.Count} codes, each with when to suppress it");
    }

    [Fact]
    public void Page_Headings_HaveTheSeveritiesOfTheSource()
    {
        var used = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var text in Repository.SourcesOf("BlueGreen.Ecs").Select(file => File.ReadAllText(file.FullName)))
        {
            foreach (Match made in Made.Matches(text))
            {
                Add(made.Groups["code"].Value, Severity.Matches(made.Groups["severity"].Value).Select(match => match.Groups["name"].Value));
            }

            if (RuleOfCode.Match(text) is { Success: true } rule)
            {
                Add(rule.Groups["code"].Value, Reported.Matches(text).Select(match => match.Groups["name"].Value));
            }
        }

        var headings = Sections().Where(section => used.ContainsKey(section.Key) && section.Key is not ['B', 'G', '7' or '9', ..]).ToList();

        headings.Should().HaveCountGreaterThan(80);
        headings.Select(section => (section.Key, Told: string.Join(", ", Told(section.Value)))).Should().Equal(headings.Select(section => (section.Key, string.Join(", ", used[section.Key]))));
        output.WriteLine($"findings page: {headings.Count} headings have the severities of the source; the others' cannot be read");

        void Add(string code, IEnumerable<string> severities)
        {
            var all = used.TryGetValue(code, out var known) ? known : new SortedSet<string>(StringComparer.Ordinal);
            all.UnionWith(severities.Select(name => name switch { "NotChecked" => "not checked", "Range" => "error", _ => name.ToLowerInvariant() }));
            if (all.Count > 0)
            {
                used[code] = all;
            }
        }
    }

    private static SortedSet<string> Told(string section) =>
        new(section.Split('\n')[0].TrimEnd(')').Split('(')[^1].Split([", or ", ", ", " or "], StringSplitOptions.None), StringComparer.Ordinal);

    private static Dictionary<string, string> Sections()
    {
        var page = File.ReadAllText(Path.Combine(Repository.RequireRoot(), "docs", "findings.md"));
        return Heading.Split(page).Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    private static string LastParagraph(string section) => section.TrimEnd().Split("\n\n")[^1];

    // new Finding("BG404", FindingSeverity.Warning, …), also with a condition between two.
    [GeneratedRegex("\"(?<code>BG[0-9]{3})\",\\s*(?<severity>[^,\"]*FindingSeverity\\.[^,\"]*),", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made { get; }

    [GeneratedRegex("FindingSeverity\\.(?<name>[A-Za-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Severity { get; }

    // A rule of documents reports by a method for each severity.
    [GeneratedRegex("(?:Task|Container)[A-Za-z]*Rule\\(\"(?<code>BG[0-9]{3})\"\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleOfCode { get; }

    [GeneratedRegex("(?:report\\.|FindingSeverity\\.)(?<name>Error|Warning|Note|Range)\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reported { get; }

    [GeneratedRegex("^## (?<code>BG[0-9]{3})", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex("\"(?<code>BG[0-9]{3})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constant { get; }
}
