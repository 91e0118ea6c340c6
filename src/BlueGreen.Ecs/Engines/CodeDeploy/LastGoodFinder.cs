using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Finds the last version that CodeDeploy deployed with success, before the one that runs.</summary>
internal sealed class LastGoodFinder(ServiceFinder services, DeploymentSeeker seeker, RevisionReader revisions, TaskDefinitionRegistry registry)
{
    public async Task<(Deployment Deployment, string TaskDefinitionArn)?> FindAsync(LiveService service, CancellationToken cancellationToken)
    {
        var found = await services.FindRawAsync(service.Reference, cancellationToken).ConfigureAwait(false);
        var target = await seeker.FindTargetAsync(service.Reference, found, cancellationToken).ConfigureAwait(false);
        await foreach (var info in seeker.NewestFirstAsync(target, DeploymentStatusText.Succeeded, cancellationToken).ConfigureAwait(false))
        {
            if (await revisions.ReadAsync(info, cancellationToken).ConfigureAwait(false) is { TaskDefinition: { } arn } spec && arn != service.TaskDefinitionArn)
            {
                var definition = await registry.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
                return (new() { Service = service.Reference, TaskDefinition = definition, AppSpec = spec, CodeDeploy = target }, arn);
            }
        }

        return null;
    }
}
