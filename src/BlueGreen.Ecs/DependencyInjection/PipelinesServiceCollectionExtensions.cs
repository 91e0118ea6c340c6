using BlueGreen.Ecs;
using BlueGreen.Ecs.Pipelines;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what starts and follows executions of pipelines.</summary>
internal static class PipelinesServiceCollectionExtensions
{
    public static IServiceCollection AddPipelines(this IServiceCollection services)
    {
        services.TryAddSingleton<PipelineExecutionReader>();
        services.TryAddSingleton<PipelineControl>();
        services.TryAddSingleton<PipelineApprovals>();
        services.TryAddSingleton<DeploymentJoiner>();
        services.TryAddSingleton<PipelineExplainer>();
        services.TryAddSingleton<PipelineTools>();
        services.TryAddSingleton<IPipelines, CodePipelines>();
        return services;
    }
}
