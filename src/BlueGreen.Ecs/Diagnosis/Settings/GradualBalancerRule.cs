namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG922: the load balancer cannot move traffic in parts.</summary>
internal sealed class GradualBalancerRule() : ToldRule("BG922", CauseDepth.Refusal, "Only ALB supports gradual")
{
    protected override string Fix =>
        "Use CodeDeployDefault.ECSAllAtOnce, or an Application Load Balancer.";

    protected override string Message(string line) => $"A Network Load Balancer cannot move the traffic in parts: {Cause.Sentence(line)}";
}
