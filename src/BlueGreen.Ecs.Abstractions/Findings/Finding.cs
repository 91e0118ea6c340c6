namespace BlueGreen.Ecs;

/// <summary>Something found before a deployment, or the reason found after it.</summary>
/// <param name="Code">A stable code such as <c>BG401</c>, explained in docs/findings.md.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Subject">What it is about: an ARN, a name, or a place in a document.</param>
/// <param name="Message">What was found, and what is allowed.</param>
/// <param name="Fix">What to do.</param>
public sealed record Finding(string Code, FindingSeverity Severity, string Subject, string Message, string Fix)
{
    /// <summary>What the finding rests on, such as lines of AWS's own words.</summary>
    public EquatableArray<string> Evidence { get; init; }

    /// <summary>Where it stands, when it is about a document. Default: none.</summary>
    public DocumentPosition? Position { get; init; }

    /// <summary><c>BG401 error web: The listener … Fix: …</c>.</summary>
    public override string ToString() =>
        $"{Code} {(Severity == FindingSeverity.NotChecked ? "not checked" : Severity.ToString().ToLowerInvariant())} {Subject}: {Message} Fix: {Fix}";
}
