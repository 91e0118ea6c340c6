namespace BlueGreen.Ecs.Diagnosis;

/// <summary>A cause that AWS itself names, by words of its error or of a lifecycle event's diagnostics.</summary>
internal abstract class ToldRule(string code, CauseDepth depth, params string[] words) : IFailureRule
{
    public string Code => code;

    public CauseDepth Depth => depth;

    public virtual IReadOnlyList<string> ExplainedBy => [];

    public virtual FailureCause? Explain(FailureEvidence evidence)
    {
        var lines = evidence.Words.Where(line => Array.Exists(words, word => line.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return lines.Count == 0 ? null : Cause.Certain(code, SubjectOf(evidence, lines[0]), Message(lines[0]), Fix, lines);
    }

    protected abstract string Fix { get; }

    protected abstract string Message(string line);

    /// <summary>What it is about. Default: the service.</summary>
    protected virtual string SubjectOf(FailureEvidence evidence, string line) => evidence.Service;

    /// <summary>The first ARN in a line that names a kind of resource, such as <c>:role/</c>.</summary>
    protected static string? ArnIn(string line, string kind) =>
        line.Split([' ', '\'', '"', ',', ';', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimEnd('.'))
            .FirstOrDefault(word => word.StartsWith("arn:", StringComparison.Ordinal) && word.Contains(kind, StringComparison.Ordinal));
}
