using BlueGreen.Ecs;
using BlueGreen.Ecs.Diagnosis.Builds;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the diagnosis of builds and pipelines.</summary>
internal static class BuildDiagnosisServiceCollectionExtensions
{
    public static IServiceCollection AddBuildDiagnosis(this IServiceCollection services)
    {
        services.TryAddSingleton<BuildReader>();
        services.TryAddSingleton<PipelineReader>();
        services.TryAddSingleton<IBuildDiagnostician, BuildDiagnostician>();
        return services;
    }
}
