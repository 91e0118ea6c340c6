using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Reports;
using CsCheck;

namespace BlueGreen.Ecs.Tests.Unit.Reports;

/// <summary>What holds for every report.</summary>
public sealed partial class FindingReportLawTests
{
    private static readonly FindingSeverity[] Order = [FindingSeverity.Error, FindingSeverity.Warning, FindingSeverity.NotChecked, FindingSeverity.Note];

    [Fact]
    public void Json_HasEveryFinding_WholeAndInOrder() => RandomFindings.Finding.Array[0, 6].Sample(findings =>
    {
        var report = JsonNode.Parse(FindingReport.Of("web", findings).ToJson())!;

        var read = report["sections"]![0]!["findings"]!.AsArray().Select(Read).ToList();

        read.Should().Equal(findings.OrderBy(finding => (finding.SuppressedBecause is null ? 0 : 10) + Array.IndexOf(Order, finding.Severity)).Select(Whole));
        report["counts"]!.AsObject().Sum(count => (int)count.Value!).Should().Be(findings.Length);
    }, iter: 300);

    [Fact]
    public void Json_OfADiagnosis_HasItsCausesInTheirOrder() => RandomFindings.Diagnosis.Sample(diagnosis =>
    {
        var section = JsonNode.Parse(FindingReport.Of(diagnosis).ToJson())!["sections"]![0]!;

        section["findings"]!.AsArray().Select(finding => (Read(finding), (string)finding!["confidence"]!))
            .Should().Equal(diagnosis.Causes.Select(cause => (Whole(cause.Finding), cause.Confidence.ToString().ToLowerInvariant())));
        ((string)section["reason"]!).Should().Be(Whole(diagnosis.Reason));
        (section["excluded"]?.AsArray().Select(text => (string)text!) ?? []).Should().Equal(diagnosis.Excluded.Select(Whole));
    }, iter: 200);

    [Fact]
    public void Markdown_AnyFindings_HaveWholeTablesAndNoMarkupOfTheirs() => RandomFindings.Finding.Array[0, 6].Sample(findings =>
    {
        var markdown = FindingReport.Of("web", findings).ToMarkdown("https://example.com/findings/{code}");

        var rows = Preformatted.Replace(markdown, string.Empty).Split('\n').Where(line => line.StartsWith('|')).ToList();
        rows.Should().HaveCount(findings.Length == 0 ? 0 : findings.Length + 2);
        rows.Where(row => UnescapedPipe.Count(row) != 5).Should().BeEmpty();
        OwnMarkup.Replace(markdown, string.Empty).Should().NotContainAny("<", "\e", "\a", "\r", "\u202E");
        rows.Select(row => OwnStyle.Replace(row, string.Empty)).Where(row => UnescapedMarkup.IsMatch(row)).Should().BeEmpty();
        (Regex.Count(markdown, "^<pre>$", RegexOptions.Multiline), Regex.Count(markdown, "^</pre>$", RegexOptions.Multiline))
            .Should().Be((findings.Count(finding => finding.Evidence.Count > 0), findings.Count(finding => finding.Evidence.Count > 0)));
    }, iter: 300);

    [Fact]
    public void Text_AnyFindings_HaveNothingThatATerminalObeys() => RandomFindings.Finding.Array[0, 6].Sample(findings =>
    {
        var text = FindingReport.Of("web", findings).ToText();

        text.Where(character => character != '\n' && char.IsControl(character)).Should().BeEmpty();
        text.Split('\n').Should().HaveCount(3 + findings.Sum(finding => 2 + finding.Evidence.Count + (finding.SuppressedBecause is null ? 0 : 1)));
    }, iter: 300);

    [Fact]
    public void Markdown_MoreThanFits_IsCutAtAPartAndSaysSo()
    {
        var large = new Finding("BG199", FindingSeverity.Error, "web", new string('日', 3000), "fix") { Evidence = Enumerable.Repeat(new string('<', 3000), 300).ToEquatableArray() };

        var markdown = FindingReport.Of("web", Enumerable.Repeat(large, 200)).ToMarkdown();

        Encoding.UTF8.GetByteCount(markdown).Should().BeInRange(500_000, 1024 * 1024);
        markdown.Should().MatchRegex("\\*\\*[0-9]+ more parts of this report were left out: it would be larger than 1 MiB\\.\\*\\*\n\nerrors: 200,");
        Regex.Count(markdown, "<details>").Should().Be(Regex.Count(markdown, "</details>"));
    }

    // JSON cannot hold a half of a character.
    private static Finding Whole(Finding finding) => finding with
    {
        Code = Whole(finding.Code)!,
        Subject = Whole(finding.Subject)!,
        Message = Whole(finding.Message)!,
        Fix = Whole(finding.Fix)!,
        SuppressedBecause = Whole(finding.SuppressedBecause),
        Evidence = finding.Evidence.Select(line => Whole(line)!).ToEquatableArray(),
    };

    private static string? Whole(string? text) => text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static Finding Read(JsonNode? finding) => new(
        (string)finding!["code"]!,
        Enum.Parse<FindingSeverity>((string)finding["severity"]!, ignoreCase: true),
        (string)finding["subject"]!,
        (string)finding["message"]!,
        (string)finding["fix"]!)
    {
        SuppressedBecause = (string?)finding["suppressedBecause"],
        Evidence = finding["evidence"]?.AsArray().Select(line => (string)line!).ToEquatableArray() ?? [],
        Position = finding["position"] is { } place ? new((string)place["source"]!, (int)place["line"]!, (int)place["column"]!, (string)place["path"]!) : null,
    };

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\|", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnescapedPipe { get; }

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[`*_\[\]~$!@#]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnescapedMarkup { get; }

    [GeneratedRegex("</?(?:details|summary|pre)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnMarkup { get; }

    [GeneratedRegex("^<pre>$.*?^</pre>$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Preformatted { get; }

    // The link around a code, the subject's stars, and those around a reason.
    [GeneratedRegex(@"(?<=^\| [a-z, ]+ \| )\[|\]\(https://example\.com/findings/[^)|]*\)| \*\*|\*\*(?=( \([a-z]+\))?: )| \*(?=Suppressed: )|\*(?= \| )", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnStyle { get; }
}
