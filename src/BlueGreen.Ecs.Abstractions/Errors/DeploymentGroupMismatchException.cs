namespace BlueGreen.Ecs;

/// <summary>The deployment group deploys another service.</summary>
/// <param name="target">The application and group.</param>
/// <param name="service">The service that is wanted.</param>
/// <param name="found">What the group deploys.</param>
public sealed class DeploymentGroupMismatchException(CodeDeployTarget target, ServiceReference service, string found)
    : BlueGreenException($"{target}: the deployment group deploys {found}, not {service}. Name the service's own group by WithCodeDeploy(application, deploymentGroup).")
{
    /// <summary>The application and group.</summary>
    public CodeDeployTarget Target => target;

    /// <summary>The service that is wanted.</summary>
    public ServiceReference Service => service;
}
