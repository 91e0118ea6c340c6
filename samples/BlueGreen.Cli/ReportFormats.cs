using BlueGreen.Ecs.Reports;

namespace BlueGreen.Cli;

/// <summary>The formats of reports by their names.</summary>
internal static class ReportFormats
{
    /// <summary>The names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["text", "json", "markdown"];

    public static string To(this FindingReport report, ReportFormat format) => format switch
    {
        ReportFormat.Json => report.ToJson(),
        ReportFormat.Markdown => report.ToMarkdown(),
        _ => report.ToText(),
    };

    /// <returns>The format, or <see langword="null"/> when there is none of that name.</returns>
    public static ReportFormat? Find(string name) => Names.Contains(name, StringComparer.Ordinal) ? Enum.Parse<ReportFormat>(name, ignoreCase: true) : null;
}
