namespace BlueGreen.Ecs.Reports;

/// <summary>Findings, or why something failed, written for a terminal, for a program, or for the summary of a CI job. The same report always gives the same text.</summary>
public sealed class FindingReport
{
    private readonly EquatableArray<ReportSection> _sections;

    private FindingReport(EquatableArray<ReportSection> sections) => _sections = sections;

    /// <summary>Of any findings.</summary>
    /// <param name="subject">What they are about: the heading.</param>
    /// <param name="findings">The findings.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static FindingReport Of(string subject, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(findings);
        var ordered = ReportSection.Ordered(findings);
        return new([new() { Subject = subject, Kind = "findings", Verdict = ordered.Count == 0 ? "nothing was found" : "this was found", Findings = ordered }]);
    }

    /// <summary>Of what was found before a deployment.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static FindingReport Of(DeploymentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new([Section(plan)]);
    }

    /// <summary>Of why a deployment, or several together, were not started.</summary>
    /// <param name="refusal">The refusal; each of its plans is a section.</param>
    /// <exception cref="ArgumentNullException"><paramref name="refusal"/> is <see langword="null"/>.</exception>
    public static FindingReport Of(PreflightException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(refusal.Plans.Select(Section).ToEquatableArray());
    }

    /// <summary>Of how a deployment ended, and why.</summary>
    /// <param name="result">The result.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    public static FindingReport Of(DeploymentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var verdict = result.Outcome switch
        {
            DeploymentOutcome.Succeeded => "the deployment succeeded",
            DeploymentOutcome.RolledBack => "the deployment was rolled back",
            DeploymentOutcome.TimedOut => "the deployment was given up",
            _ => "the deployment failed",
        };
        return new([new() { Subject = result.DeploymentId, Kind = "result", Verdict = verdict, Reason = result.Reason, Findings = ReportSection.Ordered(result.Findings) }]);
    }

    /// <summary>Of why something failed: its causes, the most likely first, then what could not be looked at, and what was excluded.</summary>
    /// <param name="diagnosis">The diagnosis.</param>
    /// <exception cref="ArgumentNullException"><paramref name="diagnosis"/> is <see langword="null"/>.</exception>
    public static FindingReport Of(FailureDiagnosis diagnosis)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        return new([new()
        {
            Subject = diagnosis.Subject,
            Kind = "diagnosis",
            Verdict = diagnosis.Causes.Count == 0 ? "no cause was found" : "why it failed",
            Reason = diagnosis.Reason,
            Findings = [.. diagnosis.Causes.Select(cause => new ReportedFinding(cause.Finding, cause.Confidence)), .. ReportSection.Ordered(diagnosis.NotChecked)],
            Excluded = diagnosis.Excluded,
        }]);
    }

    /// <summary>Writes it as aligned text, the worst first, what is suppressed last. Characters that a terminal would obey are left out.</summary>
    /// <returns>Lines that end with a line feed.</returns>
    public string ToText() => ReportText.Write(_sections);

    /// <summary>Writes it as JSON of the schema in docs/reports.md, whose <c>schemaVersion</c> is 1.</summary>
    /// <returns>An indented object that ends with a line feed.</returns>
    public string ToJson() => ReportJson.Write(_sections);

    /// <summary>
    /// Writes it as Markdown with tables, such as for the summary of a CI job: at most 1 MiB of UTF-8, and what was left out is said. Evidence stands in collapsed details. Text
    /// of the findings can neither end a cell nor become markup.
    /// </summary>
    /// <param name="codeAddress">Where a code is explained, <c>{code}</c> in its place, such as <c>https://example.com/findings/{code}</c>. Default: codes are no links.</param>
    /// <returns>Lines that end with a line feed.</returns>
    /// <exception cref="ArgumentException"><paramref name="codeAddress"/> is no http or https address.</exception>
    public string ToMarkdown(string? codeAddress = null) => ReportMarkdown.Write(_sections, codeAddress);

    private static ReportSection Section(DeploymentPlan plan) => new()
    {
        Subject = plan.Service.Reference.ToString(),
        Kind = "plan",
        Verdict = plan.CanStart ? "the deployment can start" : "the deployment would fail",
        CanStart = plan.CanStart,
        Findings = ReportSection.Ordered(plan.Findings),
    };
}
