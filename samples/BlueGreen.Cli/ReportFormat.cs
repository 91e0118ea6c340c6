namespace BlueGreen.Cli;

/// <summary>How findings are written.</summary>
internal enum ReportFormat
{
    Text,
    Json,
    Markdown,
}
