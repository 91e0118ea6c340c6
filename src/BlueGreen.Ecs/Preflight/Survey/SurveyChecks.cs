using BlueGreen.Ecs.Preflight.Survey.Checks;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>All checks of what stands around a deployment, in the order in which they report.</summary>
internal static class SurveyChecks
{
    public static IEnumerable<ServiceDescriptor> All { get; } =
    [
        ServiceDescriptor.Singleton<ISurveyCheck, PlaceCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, ImageCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, RoleCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, CallerCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, SecretCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, EnvironmentFileCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, LogGroupCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, SubnetCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, SecurityGroupCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, RegistryRouteCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, LoadBalancerStateCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, TargetGroupCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, LiveHealthCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, AlarmStateCheck>(),
        ServiceDescriptor.Singleton<ISurveyCheck, HookFunctionCheck>(),
    ];
}
