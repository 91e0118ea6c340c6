using BlueGreen.Ecs.Preflight.Survey;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what looks around a deployment before it starts.</summary>
internal static class SurveyServiceCollectionExtensions
{
    public static void AddSurvey(this IServiceCollection services)
    {
        services.TryAddSingleton<SurveyCalls>();
        services.TryAddSingleton<CallerReader>();
        services.TryAddSingleton<NetworkReader>();
        services.TryAddSingleton<BalancerReader>();
        services.TryAddSingleton<ImageReader>();
        services.TryAddSingleton<PolicySimulator>();
        services.TryAddSingleton<RoleReader>();
        services.TryAddSingleton<LogGroupReader>();
        services.TryAddSingleton<SecretReader>();
        services.TryAddSingleton<EnvironmentFileReader>();
        services.TryAddSingleton<FunctionReader>();
        services.TryAddEnumerable(SurveyChecks.All);
        services.TryAddSingleton<Surveyor>();
    }
}
