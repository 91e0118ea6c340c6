using BlueGreen.Ecs;
using BlueGreen.Ecs.Engines.TaskSets;
using BlueGreen.Ecs.Preflight.TaskSets;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the engine for services whose traffic this library moves itself.</summary>
internal static class TaskSetsServiceCollectionExtensions
{
    public static IServiceCollection AddTaskSets(this IServiceCollection services)
    {
        services.TryAddSingleton<RuleReader>();
        services.TryAddSingleton<TaskSetReader>();
        services.TryAddSingleton<TaskSetFactsReader>();
        services.TryAddEnumerable(TaskSetChecks.All.Select(check => ServiceDescriptor.Singleton(check)));
        services.TryAddSingleton<TaskSetPlanner>();
        services.TryAddSingleton<TaskSetExecutor>();
        services.TryAddSingleton<TaskSetDriver>();
        services.TryAddSingleton<TaskSetStarter>();
        services.TryAddSingleton<TaskSetFailureReader>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeploymentEngine, TaskSetsEngine>());
        return services;
    }
}
