namespace BlueGreen.Ecs.Reports;

/// <summary>What a report tells of one plan, one failure, or one list of findings.</summary>
internal sealed record ReportSection
{
    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What it is, as JSON has it: <c>findings</c>, <c>plan</c>, <c>result</c> or <c>diagnosis</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How it stands, behind the subject: <c>the deployment would fail</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Whether the plan may be carried out. Default: it is no plan.</summary>
    public bool? CanStart { get; init; }

    /// <summary>What AWS says. Default: nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>The findings, the worst first, what is suppressed last, and otherwise as they were given.</summary>
    public required EquatableArray<ReportedFinding> Findings { get; init; }

    /// <summary>What was looked at and is no cause.</summary>
    public EquatableArray<string> Excluded { get; init; }

    public static EquatableArray<ReportedFinding> Ordered(IEnumerable<ReportedFinding> findings) => findings.OrderBy(finding => finding.Rank).ToEquatableArray();

    public static EquatableArray<ReportedFinding> Ordered(IEnumerable<Finding> findings) => Ordered(findings.Select(finding => new ReportedFinding(finding)));
}
