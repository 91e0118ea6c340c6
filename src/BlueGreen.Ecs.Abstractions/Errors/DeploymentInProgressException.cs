namespace BlueGreen.Ecs;

/// <summary>Another deployment of the service is running; it also counts as running while the old version is kept after success.</summary>
/// <param name="service">The service.</param>
/// <param name="deploymentId">The deployment that is running.</param>
/// <param name="innerException">AWS's answer. Default: none.</param>
public sealed class DeploymentInProgressException(ServiceReference service, string deploymentId, Exception? innerException = null)
    : BlueGreenException($"{service}: deployment {deploymentId} is still running. Wait for it, watch it with AttachAsync, or stop it.", innerException)
{
    /// <summary>The service.</summary>
    public ServiceReference Service => service;

    /// <summary>The deployment that is running.</summary>
    public string DeploymentId => deploymentId;
}
