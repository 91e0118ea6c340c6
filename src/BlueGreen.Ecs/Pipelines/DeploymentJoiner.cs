using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Pipelines;

/// <summary>Finds the deployment that an action has made.</summary>
internal sealed class DeploymentJoiner(IEnumerable<IDeploymentEngine> engines, DeploymentSeeker seeker, ServiceFinder services)
{
    /// <summary>Whether the action makes a deployment that an engine here knows.</summary>
    public static bool Deploys(ActionSeen action) => action is { Category: PipelineCategories.Deploy, ExternalId: not null } && action.Provider switch
    {
        PipelineCategories.CodeDeploy => PipelineEnd.IsDeployment(action.ExternalId),
        PipelineCategories.Ecs => action.IsOpen, // Which deployment was the action's cannot be told afterwards.
        _ => false,
    };

    /// <returns>The deployment and its engine, or <see langword="null"/> when there is none, or none yet.</returns>
    /// <exception cref="BlueGreenException">AWS refused, or the service is not there.</exception>
    public async Task<(IDeploymentEngine Engine, StartedDeployment Started)?> FindAsync(ActionSeen action, CancellationToken cancellationToken) =>
        action.Provider == PipelineCategories.CodeDeploy
            ? await FindByCodeDeployAsync(action, cancellationToken).ConfigureAwait(false)
            : await FindByEcsAsync(action, cancellationToken).ConfigureAwait(false);

    private async Task<(IDeploymentEngine Engine, StartedDeployment Started)?> FindByCodeDeployAsync(ActionSeen action, CancellationToken cancellationToken)
    {
        var engine = engines.First(one => one.Name == CodeDeployEngine.EngineName);
        if (action.Setting(PipelineCategories.Application) is not { } application || action.Setting(PipelineCategories.Group) is not { } group
            || await seeker.FindServiceAsync(new(application, group), cancellationToken).ConfigureAwait(false) is not { } service)
        {
            return null;
        }

        return await engine.FindAsync(new(engine.Name, service.ToString(), action.ExternalId!), cancellationToken).ConfigureAwait(false) is { } started ? (engine, started) : null;
    }

    // A rolling deployment has no two versions with weights; the action's own state tells all.
    private async Task<(IDeploymentEngine Engine, StartedDeployment Started)?> FindByEcsAsync(ActionSeen action, CancellationToken cancellationToken)
    {
        var engine = engines.First(one => one.Name == EcsNativeEngine.EngineName);
        if (ServiceReference.TryParse($"{action.Setting(PipelineCategories.Cluster)}/{action.Setting(PipelineCategories.Service)}") is not { } reference)
        {
            return null;
        }

        var service = await services.FindRawAsync(reference, cancellationToken).ConfigureAwait(false);
        if (service.DeploymentConfiguration?.Strategy?.Value is null or "ROLLING")
        {
            return null;
        }

        var live = new LiveService { Reference = reference, Arn = service.ServiceArn, DeploymentController = engine.DeploymentController, TaskDefinitionArn = service.TaskDefinition };
        return await engine.FindRunningAsync(live, cancellationToken).ConfigureAwait(false) is { } started ? (engine, started) : null;
    }
}
