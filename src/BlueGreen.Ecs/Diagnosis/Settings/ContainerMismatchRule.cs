namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG940: the AppSpec names a container that the task definition lacks.</summary>
internal sealed class ContainerMismatchRule() : ToldRule("BG940", CauseDepth.Refusal, "does not exist in the task definition")
{
    protected override string Fix =>
        "Write the same name in the AppSpec's LoadBalancerInfo.ContainerName and in containerDefinitions.";

    protected override string Message(string line) => $"The AppSpec's ContainerName is none of the task definition's containers: {Cause.Sentence(line)}";
}
