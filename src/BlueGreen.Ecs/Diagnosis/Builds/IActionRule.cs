namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>One cause for which a pipeline's action can fail. Pure: it looks at the evidence, and at nothing else.</summary>
internal interface IActionRule
{
    /// <returns>The cause with its evidence, or <see langword="null"/> when nothing speaks for it.</returns>
    FailureCause? Explain(ActionEvidence evidence);
}
