namespace BlueGreen.Ecs.Reports;

/// <summary>A finding as a report tells it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Confidence">How sure it is, where it is a cause.</param>
internal sealed record ReportedFinding(Finding Finding, Confidence? Confidence = null)
{
    private static readonly FindingSeverity[] Order = [FindingSeverity.Error, FindingSeverity.Warning, FindingSeverity.NotChecked, FindingSeverity.Note];

    public bool IsSuppressed => Finding.SuppressedBecause is not null;

    /// <summary>Its place in a report: the worst first, what is suppressed last.</summary>
    public int Rank => (IsSuppressed ? Order.Length : 0) + Array.IndexOf(Order, Finding.Severity);

    /// <summary>The severity as people read it.</summary>
    public string Severity => Finding.Severity == FindingSeverity.NotChecked ? "not checked" : Finding.Severity.ToString().ToLowerInvariant();

    /// <summary>The severity as JSON has it.</summary>
    public string SeverityInJson => Finding.Severity == FindingSeverity.NotChecked ? "notChecked" : Severity;
}
