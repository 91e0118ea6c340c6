using BlueGreen.Ecs.Diagnosis;
using BlueGreen.Ecs.Diagnosis.Evidence;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what looks for the causes of failures, one class for each source of evidence.</summary>
internal static class DiagnosisServiceCollectionExtensions
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services)
    {
        services.TryAddSingleton<ServiceSource>();
        services.TryAddSingleton<TaskSource>();
        services.TryAddSingleton<TargetSource>();
        services.TryAddSingleton<AlarmSource>();
        services.TryAddSingleton<ListenerSource>();
        services.TryAddSingleton<ScalingSource>();
        services.TryAddSingleton<LogReader>();
        services.TryAddSingleton<ContainerLogSource>();
        services.TryAddSingleton<FailureExplainer>();
        return services;
    }
}
