using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>
/// Looks whether the service is still there. What a real deployment then fails with is not known; it gets what ECS answers to whoever would change such a service.
/// </summary>
internal static class ServiceWatch
{
    /// <returns>Why the deployment must fail, or <see langword="null"/>.</returns>
    public static DeploymentError? Find(CodeDeployState state, Deployment deployment) => deployment.Blue?.Service.Status is null or ServiceStatus.Active
        ? null
        : DeploymentError.OfEcs(new AwsErrorException("ServiceNotActiveException", "Service was not ACTIVE."), state.World.Ids.Uuid());
}
