namespace BlueGreen.Ecs;

/// <summary>No engine serves the service's deployment controller.</summary>
/// <param name="service">The service as it was found.</param>
/// <param name="served">The controllers that engines serve.</param>
public sealed class WrongDeploymentControllerException(LiveService service, EquatableArray<string> served)
    : BlueGreenException($"{(service ?? throw new ArgumentNullException(nameof(service))).Arn}: the deployment controller is {service.DeploymentController}; " +
        $"allowed is {string.Join(" or ", served)}. Create the service with a controller that is served.")
{
    /// <summary>The service as it was found.</summary>
    public LiveService Service => service;
}
