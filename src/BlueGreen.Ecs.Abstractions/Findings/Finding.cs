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

    /// <summary>Why it was accepted, by <see cref="Deployment.Suppressions"/>; it then keeps no deployment from starting. Default: it was not.</summary>
    public string? SuppressedBecause { get; init; }

    /// <summary>Whether a deployment with it is not started: it is an <see cref="FindingSeverity.Error"/>, and not suppressed.</summary>
    public bool PreventsStart => Severity == FindingSeverity.Error && SuppressedBecause is null;

    /// <summary><c>BG401 error web: The listener … Fix: …</c>, with <c>(suppressed: …)</c> behind the severity where it is.</summary>
    public override string ToString() =>
        $"{Code} {(Severity == FindingSeverity.NotChecked ? "not checked" : Severity.ToString().ToLowerInvariant())}{(SuppressedBecause is null ? string.Empty : $" (suppressed: {SuppressedBecause})")} {Subject}: {Message} Fix: {Fix}";
}
