namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG921: the target group stands behind no load balancer.</summary>
internal sealed class NoBalancerRule() : ToldRule("BG921", CauseDepth.Refusal, "does not have an associated load balancer")
{
    protected override string Fix =>
        "Let a listener of the load balancer forward to the target group before the service or task set is made; a weight of 0, or the test listener, is enough.";

    protected override string Message(string line) => $"The new version's target group stands behind no load balancer: {Cause.Sentence(line)}";

    protected override string SubjectOf(FailureEvidence evidence, string line) => ArnIn(line, ":targetgroup/") ?? evidence.Service;
}
