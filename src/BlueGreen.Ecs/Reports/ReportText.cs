using System.Text;

namespace BlueGreen.Ecs.Reports;

/// <summary>A report for a terminal: a line for each finding, its fix and its evidence under it.</summary>
internal static class ReportText
{
    public static string Write(EquatableArray<ReportSection> sections)
    {
        var text = new StringBuilder();
        var findings = sections.SelectMany(section => section.Findings).ToList();
        var labels = findings.Select(Label).Append(string.Empty).Max(label => label.Length);
        var codes = findings.Select(finding => Line(finding.Finding.Code).Length).Append(0).Max();
        foreach (var section in sections)
        {
            text.Append(Line(section.Subject)).Append(": ").Append(section.Verdict).Append('\n');
            if (section.Reason is { } reason)
            {
                text.Append("  ").Append(Line(reason)).Append('\n');
            }

            foreach (var finding in section.Findings)
            {
                Append(text, finding, labels, codes);
            }

            foreach (var excluded in section.Excluded)
            {
                text.Append("  no cause: ").Append(Line(excluded)).Append('\n');
            }
        }

        return text.Append(ReportCounts.Of(sections)).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, ReportedFinding reported, int labels, int codes)
    {
        var (finding, indent) = (reported.Finding, new string(' ', labels + codes + 6));
        text.Append("  ").Append(Label(reported).PadRight(labels)).Append("  ").Append(Line(finding.Code).PadRight(codes)).Append("  ")
            .Append(Line(finding.Subject)).Append(reported.Confidence is { } confidence ? $" ({confidence.ToString().ToLowerInvariant()})" : string.Empty).Append(": ")
            .Append(Line(finding.Message)).Append('\n');
        if (finding.SuppressedBecause is { } reason)
        {
            text.Append(indent).Append("Suppressed: ").Append(Line(reason)).Append('\n');
        }

        text.Append(indent).Append("Fix: ").Append(Line(finding.Fix)).Append('\n');
        foreach (var line in finding.Evidence)
        {
            text.Append(indent).Append("| ").Append(Line(line)).Append('\n');
        }
    }

    private static string Label(ReportedFinding finding) => finding.IsSuppressed ? $"{finding.Severity}, suppressed" : finding.Severity;

    private static string Line(string text) => PlainText.Of(text);
}
