namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>BG917: the load balancer's health check gets no answer.</summary>
internal sealed class NoAnswerRule : IFailureRule
{
    public string Code => "BG917";

    public CauseDepth Depth => CauseDepth.Traffic;

    public IReadOnlyList<string> ExplainedBy => ["BG903", "BG914"];

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var lines = TargetTroubles.Of(evidence).Where(TargetTroubles.IsNoAnswer).ToList();
        return lines.Count == 0 ? null : Cause.Likely(
            Code,
            TargetTroubles.SubjectOf(evidence),
            $"The load balancer's health check{TargetTroubles.CheckOf(evidence)} gets no answer from the new version: {Cause.Sentence(TargetTroubles.ReasonOf(lines))}",
            "Let the tasks' security group admit the load balancer's on the port; let the application listen on the container port of the AppSpec, on all addresses (0.0.0.0) and not only on localhost; give a slow one a longer time-out.",
            TargetTroubles.Evidence(evidence, lines));
    }
}
