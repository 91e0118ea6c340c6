using BlueGreen.Ecs;
using BlueGreen.Ecs.Provisioning;
using BlueGreen.Ecs.Provisioning.Import;
using BlueGreen.Ecs.Provisioning.Parts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what makes and removes environments.</summary>
internal static class ProvisioningServiceCollectionExtensions
{
    public static void AddProvisioning(this IServiceCollection services)
    {
        services.TryAddSingleton<AwsPlaceReader>();
        services.TryAddSingleton<PipelineParts>();
        services.TryAddSingleton<EnvironmentParts>();
        services.TryAddSingleton<ServiceGroupFinder>();
        services.TryAddSingleton<TrafficReader>();
        services.TryAddSingleton<ImportReader>();
        services.TryAddSingleton<EnvironmentImporter>();
        services.TryAddSingleton<IProvisioner, Provisioner>();
    }
}
