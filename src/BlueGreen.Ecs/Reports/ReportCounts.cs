using System.Globalization;

namespace BlueGreen.Ecs.Reports;

/// <summary>How many findings of each kind there are; what is suppressed counts as that alone.</summary>
internal sealed record ReportCounts(int Errors, int Warnings, int NotChecked, int Notes, int Suppressed)
{
    public static ReportCounts Of(EquatableArray<ReportSection> sections)
    {
        var findings = sections.SelectMany(section => section.Findings).ToList();
        return new(Count(FindingSeverity.Error), Count(FindingSeverity.Warning), Count(FindingSeverity.NotChecked), Count(FindingSeverity.Note), findings.Count(one => one.IsSuppressed));

        int Count(FindingSeverity severity) => findings.Count(one => !one.IsSuppressed && one.Finding.Severity == severity);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"errors: {Errors}, warnings: {Warnings}, not checked: {NotChecked}, notes: {Notes}, suppressed: {Suppressed}");
}
