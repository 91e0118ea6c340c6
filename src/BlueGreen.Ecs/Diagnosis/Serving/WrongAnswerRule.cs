namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>BG916: the new version answers the load balancer's health check with another code than is wanted.</summary>
internal sealed class WrongAnswerRule : IFailureRule
{
    public string Code => "BG916";

    public CauseDepth Depth => CauseDepth.Traffic;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var lines = TargetTroubles.Of(evidence).Where(TargetTroubles.IsWrongAnswer).ToList();
        return lines.Count == 0 ? null : Cause.Likely(
            Code,
            TargetTroubles.SubjectOf(evidence),
            $"The new version gives the load balancer's health check{TargetTroubles.CheckOf(evidence)} a wrong answer: {Cause.Sentence(TargetTroubles.ReasonOf(lines))}",
            "Let the health check's path answer with a code that the target group's matcher admits, without redirect or login, or correct path and matcher. 5xx is mostly the application's own error: read its log.",
            TargetTroubles.Evidence(evidence, lines));
    }
}
