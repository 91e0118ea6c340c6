namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG941: the AppSpec names a port that the container does not map.</summary>
internal sealed class PortMismatchRule() : ToldRule("BG941", CauseDepth.Refusal, "did not have a container port")
{
    protected override string Fix =>
        "Write the AppSpec's LoadBalancerInfo.ContainerPort as a containerPort under the container's portMappings.";

    protected override string Message(string line) => $"The AppSpec's ContainerPort is no port of that container: {Cause.Sentence(line)}";
}
