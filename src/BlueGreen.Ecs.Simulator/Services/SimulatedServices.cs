using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.CodeDeploy;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

namespace BlueGreen.Ecs.Simulator.Services;

/// <summary>The services that are simulated. A new one is one more line.</summary>
internal static class SimulatedServices
{
    public static IReadOnlyList<IAwsService> All(World world) =>
    [
        new EcsService(world),
        new CodeDeployService(world),
        new ElasticLoadBalancingService(world),
    ];
}
