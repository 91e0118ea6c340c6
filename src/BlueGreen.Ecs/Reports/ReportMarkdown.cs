using System.Globalization;
using System.Text;

namespace BlueGreen.Ecs.Reports;

/// <summary>A report for the summary of a CI job, which takes no more than 1 MiB.</summary>
internal static class ReportMarkdown
{
    private const int MostBytes = 1024 * 1024;
    private const int Reserve = 1024; // For the lines that say what was left out, and the counts.
    private const int MostLines = 200;
    private const string Placeholder = "{code}";

    public static string Write(EquatableArray<ReportSection> sections, string? codeAddress)
    {
        if (codeAddress is not null && AddressOf("BG100", codeAddress) is null)
        {
            throw new ArgumentException($"'{codeAddress}' is no address of codes. Allowed is one such as https://example.com/findings/{Placeholder}.", nameof(codeAddress));
        }

        var text = new BoundedText(MostBytes);
        var blocks = sections.SelectMany(section => Blocks(section, codeAddress)).ToList();
        var left = blocks.SkipWhile(block => text.TryAdd(block, Reserve)).Count();
        if (left > 0)
        {
            text.TryAdd(string.Create(CultureInfo.InvariantCulture, $"\n**{left} more parts of this report were left out: it would be larger than 1 MiB.**\n"));
        }

        text.TryAdd($"\n{ReportCounts.Of(sections)}\n");
        return text.ToString();
    }

    // Each of them can be the last one, and what stands before it is still whole.
    private static IEnumerable<string> Blocks(ReportSection section, string? codeAddress)
    {
        yield return $"## {MarkdownText.Escaped(section.Subject)}: {section.Verdict}\n\n";
        if (section.Reason is { } reason)
        {
            yield return $"> {MarkdownText.Escaped(reason)}\n\n";
        }

        if (section.Findings.Count > 0)
        {
            yield return "| Severity | Code | Finding | Fix |\n| --- | --- | --- | --- |\n";
        }

        foreach (var finding in section.Findings)
        {
            yield return Row(finding, codeAddress);
        }

        foreach (var finding in section.Findings.Select(reported => reported.Finding).Where(finding => finding.Evidence.Count > 0))
        {
            yield return Details(finding);
        }

        for (var i = 0; i < section.Excluded.Count; i++)
        {
            yield return $"{(i == 0 ? "\nNo causes:\n\n" : string.Empty)}- {MarkdownText.Escaped(section.Excluded[i])}\n";
        }

        yield return "\n";
    }

    private static string Row(ReportedFinding reported, string? codeAddress)
    {
        var (finding, code) = (reported.Finding, MarkdownText.Escaped(reported.Finding.Code));
        var confidence = reported.Confidence is { } sure ? $" ({sure.ToString().ToLowerInvariant()})" : string.Empty;
        var suppressed = finding.SuppressedBecause is { } because ? $" *Suppressed: {MarkdownText.Escaped(because)}*" : string.Empty;
        return new StringBuilder("| ").AppendJoin(
            " | ",
            reported.IsSuppressed ? $"{reported.Severity}, suppressed" : reported.Severity,
            codeAddress is not null && AddressOf(finding.Code, codeAddress) is { } address ? $"[{code}]({address})" : code,
            $"**{MarkdownText.Escaped(finding.Subject)}**{confidence}: {MarkdownText.Escaped(finding.Message)}{suppressed}",
            MarkdownText.Escaped(finding.Fix)).Append(" |\n").ToString();
    }

    // The blank lines part HTML from Markdown; <pre> keeps its own.
    private static string Details(Finding finding)
    {
        var lines = finding.Evidence.Take(MostLines).Select(MarkdownText.Preformatted);
        var more = finding.Evidence.Count > MostLines ? string.Create(CultureInfo.InvariantCulture, $"\n… and {finding.Evidence.Count - MostLines} more lines") : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\n<details><summary>Evidence of {MarkdownText.Preformatted(finding.Code)}: {finding.Evidence.Count} {(finding.Evidence.Count == 1 ? "line" : "lines")}</summary>\n\n<pre>\n{string.Join('\n', lines)}{more}\n</pre>\n\n</details>\n");
    }

    // In an address of Markdown, parentheses and pipes would end something.
    private static string? AddressOf(string code, string codeAddress) =>
        Uri.TryCreate(codeAddress.Replace(Placeholder, Uri.EscapeDataString(code), StringComparison.Ordinal), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal)
            : null;
}
