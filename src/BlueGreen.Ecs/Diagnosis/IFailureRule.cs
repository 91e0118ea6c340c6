namespace BlueGreen.Ecs.Diagnosis;

/// <summary>One cause for which a deployment can fail. Pure: it looks at the evidence, and at nothing else.</summary>
internal interface IFailureRule
{
    /// <returns>The cause with its evidence, or <see langword="null"/> when nothing speaks for it.</returns>
    Finding? Explain(FailureEvidence evidence);
}
