namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>BG709: the build has no Docker daemon.</summary>
internal sealed class DockerDaemonRule : IBuildRule
{
    public FailureCause? Explain(BuildEvidence evidence)
    {
        var lines = evidence.LinesWith("Cannot connect to the Docker daemon", "connect to the docker API").ToList();
        return lines.Count == 0 ? null
            : evidence.IsPrivileged ? Cause.Likely("BG709", evidence.Project, $"The build's commands find no Docker daemon, although the project is privileged: {lines[0]}", "Start the daemon in the buildspec's install phase, as images of your own need it, or use an image of CodeBuild.", lines)
            : Cause.Certain("BG709", evidence.Project, $"The build's commands find no Docker daemon, because the project is not privileged: {lines[0]}", "Set privilegedMode in the project's environment.", lines);
    }
}
