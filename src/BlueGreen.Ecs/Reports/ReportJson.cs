using System.Text.Json;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Reports;

/// <summary>A report for programs; docs/reports.md describes it, member by member.</summary>
internal static class ReportJson
{
    // Goes up when a member changes its meaning or goes away; a new member leaves it.
    private const int SchemaVersion = 1;

    public static string Write(EquatableArray<ReportSection> sections) => JsonText.Write(indented: true, json => json.WriteObject(report =>
    {
        report.WriteNumber("schemaVersion", SchemaVersion);
        report.WriteObject("counts", ReportCounts.Of(sections), Write);
        report.WriteStartArray("sections");
        foreach (var section in sections)
        {
            Write(report, section);
        }

        report.WriteEndArray();
    })) + "\n";

    private static void Write(Utf8JsonWriter json, ReportCounts counts) => json.WriteObject(members =>
    {
        members.WriteNumber("errors", counts.Errors);
        members.WriteNumber("warnings", counts.Warnings);
        members.WriteNumber("notChecked", counts.NotChecked);
        members.WriteNumber("notes", counts.Notes);
        members.WriteNumber("suppressed", counts.Suppressed);
    });

    private static void Write(Utf8JsonWriter json, ReportSection section) => json.WriteObject(members =>
    {
        members.WriteString("kind", section.Kind);
        members.WriteString("subject", section.Subject);
        members.WriteString("verdict", section.Verdict);
        members.WriteBoolean("canStart", section.CanStart);
        members.WriteText("reason", section.Reason);
        members.WriteStartArray("findings");
        foreach (var finding in section.Findings)
        {
            Write(members, finding);
        }

        members.WriteEndArray();
        members.WriteTexts("excluded", section.Excluded);
    });

    private static void Write(Utf8JsonWriter json, ReportedFinding reported) => json.WriteObject(members =>
    {
        var finding = reported.Finding;
        members.WriteString("code", finding.Code);
        members.WriteString("severity", reported.SeverityInJson);
        members.WriteText("confidence", reported.Confidence?.ToString().ToLowerInvariant());
        members.WriteString("subject", finding.Subject);
        members.WriteString("message", finding.Message);
        members.WriteString("fix", finding.Fix);
        members.WriteText("suppressedBecause", finding.SuppressedBecause);
        members.WriteObject("position", finding.Position, Write);
        members.WriteTexts("evidence", finding.Evidence);
    });

    private static void Write(Utf8JsonWriter json, DocumentPosition position) => json.WriteObject(members =>
    {
        members.WriteString("source", position.Source);
        members.WriteNumber("line", position.Line);
        members.WriteNumber("column", position.Column);
        members.WriteString("path", position.Path);
    });
}
