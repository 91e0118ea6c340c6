namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>A cause that gives itself away by words of a command, in the log or in a phase.</summary>
internal abstract class LogWordsRule(string code, params string[] words) : IBuildRule
{
    protected abstract string Fix { get; }

    public FailureCause? Explain(BuildEvidence evidence)
    {
        var lines = evidence.LinesWith(words).Where(IsMeant).ToList();
        return lines.Count == 0 ? null : Cause.Certain(code, SubjectOf(evidence, lines[0]), $"{Message(evidence)}: {lines[0]}", Fix, lines);
    }

    protected abstract string Message(BuildEvidence evidence);

    /// <summary>Whether a line with one of the words is meant. Default: it is.</summary>
    protected virtual bool IsMeant(string line) => true;

    /// <summary>What it is about. Default: the project.</summary>
    protected virtual string SubjectOf(BuildEvidence evidence, string line) => evidence.Project;
}
