namespace BlueGreen.Ecs.Diagnosis;

/// <summary>One cause for which a deployment can fail. Pure: it looks at the evidence, and at nothing else.</summary>
internal interface IFailureRule
{
    /// <summary>The code of its findings.</summary>
    string Code { get; }

    /// <summary>How deep the cause lies.</summary>
    CauseDepth Depth { get; }

    /// <summary>The causes beside which this one says nothing new, and is left out. Default: none.</summary>
    IReadOnlyList<string> ExplainedBy => [];

    /// <returns>The cause with its evidence, or <see langword="null"/> when nothing speaks for it.</returns>
    FailureCause? Explain(FailureEvidence evidence);
}
