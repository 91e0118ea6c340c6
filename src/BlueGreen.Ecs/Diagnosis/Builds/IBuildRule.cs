namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>One cause for which a build can fail. Pure: it looks at the evidence, and at nothing else.</summary>
internal interface IBuildRule
{
    /// <returns>The cause with its evidence, or <see langword="null"/> when nothing speaks for it.</returns>
    FailureCause? Explain(BuildEvidence evidence);
}
