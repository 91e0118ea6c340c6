using Amazon.Runtime;
using BlueGreen.Ecs;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Guards;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Preflight;
using BlueGreen.Ecs.Running;
using BlueGreen.Ecs.Watching;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers BlueGreen.Ecs.</summary>
public static class BlueGreenEcsServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IDeployer"/>, <see cref="IProvisioner"/>, <see cref="IControllerMigration"/>, <see cref="IPipelines"/> and <see cref="IBuildDiagnostician"/>. AWS clients that the host has not registered are made from its <c>AWSOptions</c>, with its
    /// <see cref="HttpClientFactory"/> where it has one; what is registered already, clients, <see cref="TimeProvider"/> and logging, is used as it is. Every <see cref="IDocumentRule"/> that is registered is asked with every plan.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options. Default: none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddBlueGreenEcs(this IServiceCollection services, Action<DeployerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<DeployerOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeployerOptions>, DeployerOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddAwsClients();
        services.TryAddSingleton(typeof(SideClient<>));
        services.TryAddSingleton<ReadBudgets>();
        services.TryAddSingleton<AlarmReader>();
        services.TryAddSingleton(provider => Rhythm.Begin(provider.GetRequiredService<IOptions<DeployerOptions>>().Value.PollInterval, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ServiceFinder>();
        services.TryAddSingleton<TaskDefinitionRegistry>();
        services.AddDiagnosis();
        services.TryAddSingleton<ScalingTargets>();
        services.TryAddSingleton<ScalingGuard>();
        services.TryAddSingleton<FactsReader>();
        services.TryAddSingleton<DeploymentConfigs>();
        services.TryAddEnumerable(CodeDeployChecks.All.Select(check => ServiceDescriptor.Singleton(check)));
        services.TryAddSingleton<CodeDeployPlanner>();
        services.TryAddSingleton<CodeDeployStarter>();
        services.TryAddSingleton<CodeDeployObserver>();
        services.TryAddSingleton<RevisionReader>();
        services.TryAddSingleton<DeploymentSeeker>();
        services.TryAddSingleton<LastGoodFinder>();
        services.TryAddSingleton<CodeDeployFailureReader>();
        services.TryAddSingleton<FailedDeploymentFinder>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeploymentEngine, CodeDeployEngine>());
        services.AddSurvey();
        services.AddEcsNative();
        services.AddTaskSets();
        services.AddProvisioning();
        services.AddMigration();
        services.AddBuildDiagnosis();
        services.AddPipelines();
        services.TryAddSingleton<IDeployer, Deployer>();
        return services;
    }
}
