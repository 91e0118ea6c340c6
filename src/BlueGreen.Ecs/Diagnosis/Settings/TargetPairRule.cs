namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG920: the service uses a target group outside the deployment group's pair.</summary>
internal sealed class TargetPairRule() : ToldRule("BG920", CauseDepth.Refusal, "one of those two target groups")
{
    protected override string Fix =>
        "Name the target group of the service's PRIMARY task set in the deployment group's pair, or recreate the service with one of the pair.";

    protected override string Message(string line) => $"The service's target group is none of the deployment group's two: {Cause.Sentence(line)}";
}
