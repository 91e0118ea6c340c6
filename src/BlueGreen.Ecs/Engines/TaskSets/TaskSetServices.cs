using Amazon.CloudWatch;
using BlueGreen.Ecs.Planning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>Registers the engine.</summary>
internal static class TaskSetServices
{
    public static IServiceCollection AddTaskSets(this IServiceCollection services)
    {
        services.TryAddAWSService<IAmazonCloudWatch>();
        services.TryAddSingleton<AlarmReader>();
        services.TryAddSingleton<RuleReader>();
        services.TryAddSingleton<TaskSetReader>();
        services.TryAddSingleton<TaskSetFactsReader>();
        services.TryAddEnumerable(Checks.TaskSetChecks.All.Select(check => ServiceDescriptor.Singleton(check)));
        services.TryAddSingleton<TaskSetPlanner>();
        services.TryAddSingleton<TaskSetExecutor>();
        services.TryAddSingleton<TaskSetDriver>();
        services.TryAddSingleton<TaskSetStarter>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeploymentEngine, TaskSetsEngine>());
        return services;
    }
}
