namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG928: a target group stands behind another load balancer already.</summary>
internal sealed class OtherBalancerRule() : ToldRule("BG928", CauseDepth.Refusal, "cannot be associated with more than one load balancer")
{
    protected override string Fix => "Give this service a target group of its own; a target group stands behind one load balancer only.";

    protected override string Message(string line) => $"A target group of the pair stands behind another load balancer: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ArnIn(line, ":targetgroup/") ?? evidence.Service;
}
