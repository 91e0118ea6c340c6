namespace BlueGreen.Ecs;

/// <summary>AWS was asked to deploy and does not show the deployment. It may run all the same, so nothing was asked a second time.</summary>
/// <param name="service">The service.</param>
/// <param name="taskDefinitionArn">The ARN of the task definition that was to be deployed.</param>
/// <param name="innerException">Why the answer did not tell. Default: none.</param>
public sealed class DeploymentNotSeenException(ServiceReference service, string taskDefinitionArn, Exception? innerException = null)
    : BlueGreenException($"{service}: AWS was asked to deploy {taskDefinitionArn} and shows no such deployment. Look at the service; once the deployment is there, AttachAsync watches it.", innerException)
{
    /// <summary>The service.</summary>
    public ServiceReference Service => service;

    /// <summary>The ARN of the task definition that was to be deployed.</summary>
    public string TaskDefinitionArn => taskDefinitionArn;
}
