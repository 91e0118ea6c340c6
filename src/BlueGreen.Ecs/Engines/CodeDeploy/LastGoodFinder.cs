using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Finds the last version that CodeDeploy deployed with success, before the one that runs.</summary>
internal sealed class LastGoodFinder(IAmazonCodeDeploy codeDeploy, ServiceFinder services, DeploymentSeeker seeker, RevisionReader revisions, TaskDefinitionRegistry registry)
{
    private const int PageSize = 25;

    public async Task<(Deployment Deployment, string TaskDefinitionArn)?> FindAsync(LiveService service, CancellationToken cancellationToken)
    {
        var found = await services.FindRawAsync(service.Reference, cancellationToken).ConfigureAwait(false);
        var target = await seeker.FindTargetAsync(service.Reference, found, cancellationToken).ConfigureAwait(false);
        await foreach (var info in SucceededAsync(target, cancellationToken).ConfigureAwait(false))
        {
            if (await revisions.ReadAsync(info, cancellationToken).ConfigureAwait(false) is { TaskDefinition: { } arn } spec && arn != service.TaskDefinitionArn)
            {
                var definition = await registry.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
                return (new() { Service = service.Reference, TaskDefinition = definition, AppSpec = spec, CodeDeploy = target }, arn);
            }
        }

        return null;
    }

    // Newest first, as ListDeployments has them.
    private async IAsyncEnumerable<DeploymentInfo> SucceededAsync(CodeDeployTarget target, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var list = new ListDeploymentsRequest { ApplicationName = target.Application, DeploymentGroupName = target.DeploymentGroup, IncludeOnlyStatuses = [DeploymentStatusText.Succeeded], NextToken = token };
            var page = await AwsCalls.CallAsync("codedeploy:ListDeployments", codeDeploy.ListDeploymentsAsync(list, cancellationToken)).ConfigureAwait(false);
            foreach (var ids in (page.Deployments ?? []).Chunk(PageSize))
            {
                var batch = new BatchGetDeploymentsRequest { DeploymentIds = [.. ids] };
                var answer = await AwsCalls.CallAsync("codedeploy:BatchGetDeployments", codeDeploy.BatchGetDeploymentsAsync(batch, cancellationToken)).ConfigureAwait(false);
                foreach (var info in (answer.DeploymentsInfo ?? []).OrderByDescending(info => info.CreateTime))
                {
                    yield return info;
                }
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
