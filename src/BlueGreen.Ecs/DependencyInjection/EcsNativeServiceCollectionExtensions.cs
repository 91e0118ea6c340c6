using BlueGreen.Ecs;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Preflight.EcsNative;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the engine for services that ECS itself deploys blue/green.</summary>
internal static class EcsNativeServiceCollectionExtensions
{
    public static IServiceCollection AddEcsNative(this IServiceCollection services)
    {
        services.TryAddSingleton<ServiceDeploymentReader>();
        services.TryAddSingleton<ListenerRuleReader>();
        services.TryAddSingleton<EcsNativeFactsReader>();
        services.TryAddEnumerable(EcsNativeChecks.All.Select(check => ServiceDescriptor.Singleton(check)));
        services.TryAddSingleton<EcsNativePlanner>();
        services.TryAddSingleton<EcsNativeStarter>();
        services.TryAddSingleton<NativeFailureReader>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeploymentEngine, EcsNativeEngine>());
        return services;
    }
}
