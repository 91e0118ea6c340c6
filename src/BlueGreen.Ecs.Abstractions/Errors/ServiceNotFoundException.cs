namespace BlueGreen.Ecs;

/// <summary>There is no such ECS service, or it is not active.</summary>
/// <param name="service">The service.</param>
/// <param name="found">What was found instead.</param>
public sealed class ServiceNotFoundException(ServiceReference service, string found)
    : BlueGreenException($"{service}: {found} Check the cluster's and the service's name, and the account and region of the AWS clients.")
{
    /// <summary>The service.</summary>
    public ServiceReference Service => service;
}
