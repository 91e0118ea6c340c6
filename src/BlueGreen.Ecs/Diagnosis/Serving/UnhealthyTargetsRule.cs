namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>BG902: the new version's tasks run and fail the load balancer's health checks, in a way that no other rule knows.</summary>
internal sealed class UnhealthyTargetsRule : IFailureRule
{
    public string Code => "BG902";

    public CauseDepth Depth => CauseDepth.Traffic;

    public IReadOnlyList<string> ExplainedBy => ["BG903", "BG914", "BG916", "BG917"];

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var lines = TargetTroubles.Of(evidence);
        return lines.Count == 0 ? null : Cause.Likely(
            Code,
            TargetTroubles.SubjectOf(evidence),
            $"The new version's tasks fail the load balancer's health checks{TargetTroubles.CheckOf(evidence)}: {Cause.Sentence(TargetTroubles.ReasonOf(lines))}",
            "Compare the target group's health check (path, port, matcher, time-out) with what the container answers, and let its security group admit the load balancer.",
            TargetTroubles.Evidence(evidence, lines));
    }
}
