namespace BlueGreen.Ecs;

/// <summary>The CodeDeploy application or deployment group does not exist.</summary>
/// <param name="target">The application and group that were looked for.</param>
/// <param name="innerException">CodeDeploy's answer.</param>
public sealed class DeploymentGroupNotFoundException(CodeDeployTarget target, Exception? innerException = null)
    : BlueGreenException($"{target}: CodeDeploy has no such application and deployment group. Create them, or name others by WithCodeDeploy(application, deploymentGroup).", innerException)
{
    /// <summary>The application and group that were looked for.</summary>
    public CodeDeployTarget Target => target;
}
