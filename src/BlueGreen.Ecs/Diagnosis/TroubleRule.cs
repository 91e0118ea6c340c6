using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis;

/// <summary>A cause that speaks from one kind of line about tasks: reasons of tasks and containers, the service's events, AWS's words.</summary>
internal abstract class TroubleRule(string code, CauseDepth depth, TaskTrouble trouble, params string[] explainedBy) : IFailureRule
{
    public string Code => code;

    public CauseDepth Depth => depth;

    public IReadOnlyList<string> ExplainedBy => explainedBy;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var lines = evidence.LinesOf(trouble).Concat(More(evidence)).ToList();
        return lines.Count == 0 ? null : Cause.Certain(code, SubjectOf(evidence, lines[0]), Message(evidence, lines[0]), Fix, lines);
    }

    protected abstract string Fix { get; }

    protected abstract string Message(FailureEvidence evidence, string line);

    /// <summary>What it is about. Default: the service.</summary>
    protected virtual string SubjectOf(FailureEvidence evidence, string line) => evidence.Service;

    /// <summary>Lines from elsewhere. Default: none.</summary>
    protected virtual IEnumerable<string> More(FailureEvidence evidence) => [];

    /// <summary>The image of the container of which a line speaks.</summary>
    protected static string ImageOf(FailureEvidence evidence, string line)
    {
        var containers = evidence.Stopped.SelectMany(task => task.Containers).Where(container => container.Image is { Length: > 0 }).ToList();
        return (containers.Find(container => container.Reason == line)
            ?? containers.Find(container => line.Contains(container.Image!, StringComparison.Ordinal))
            ?? containers.FirstOrDefault())?.Image ?? evidence.Service;
    }
}
