namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG718: CodeBuild could not provide the machine or the image in which the build was to run.</summary>
internal sealed class BuildEnvironmentRule : IBuildRule
{
    public FailureCause? Explain(BuildEvidence evidence) =>
        evidence.Failed.FirstOrDefault(phase => phase.Type is "SUBMITTED" or "QUEUED" or "PROVISIONING" && phase.Status is "FAILED" or "FAULT" or "CLIENT_ERROR") is { } phase
            ? Cause.Certain(
                "BG718",
                evidence.Project,
                $"CodeBuild could not provide the environment of the build: {(phase.Message.Length > 0 ? phase.Message : $"the phase {phase.Type} ended as {phase.Status}.")}",
                "Check that the build's image exists and that the project may pull it, and, in a VPC, that the role may make network interfaces and the subnets have addresses.",
                phase.ToString())
            : null;
}
