namespace BlueGreen.Ecs;

/// <summary>ECS has taken a service over, and its first deployment did not end well. ECS deploys the service from now on.</summary>
/// <param name="service">The service.</param>
/// <param name="serviceDeploymentArn">ECS's deployment.</param>
/// <param name="status">What became of it, in AWS's word, such as <c>ROLLBACK_SUCCESSFUL</c>.</param>
/// <param name="reason">Why, in AWS's words.</param>
public sealed class MigrationFailedException(ServiceReference service, string serviceDeploymentArn, string status, string? reason)
    : BlueGreenException($"{service}: ECS has taken the service over, and its deployment {serviceDeploymentArn} of the version that ran stands at {status}{(reason is null ? "." : $": {reason}")} Remove the cause, and deploy the version again with DeployAsync.")
{
    /// <summary>The service.</summary>
    public ServiceReference Service => service;

    /// <summary>ECS's deployment.</summary>
    public string ServiceDeploymentArn => serviceDeploymentArn;

    /// <summary>What became of it, in AWS's word.</summary>
    public string Status => status;
}
