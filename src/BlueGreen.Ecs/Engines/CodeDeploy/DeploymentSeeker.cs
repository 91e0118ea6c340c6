using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Finds deployments of a group: by the mark in their description, and the group of a service itself.</summary>
internal sealed class DeploymentSeeker(IAmazonCodeDeploy codeDeploy, CodeDeployObserver observer, TimeProvider clock)
{
    private const int PageSize = 25;
    private const int MostLooks = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // CodeDeploy writes the deployment's id on the task set that it makes, and the deployment names its group.
    public async Task<CodeDeployTarget> FindTargetAsync(ServiceReference service, Amazon.ECS.Model.Service found, CancellationToken cancellationToken)
    {
        var id = found.TaskSets?.Find(set => set.Status is "PRIMARY")?.ExternalId;
        var info = string.IsNullOrEmpty(id) ? null : await observer.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return info is null ? CodeDeployTarget.DefaultFor(service) : new(info.ApplicationName, info.DeploymentGroupName);
    }

    /// <summary>Looks for a deployment that was just asked for; it may be shown a little later.</summary>
    /// <returns>Its id, or <see langword="null"/> when there is none.</returns>
    public async Task<string?> FindMarkedAsync(CodeDeployTarget target, string mark)
    {
        for (var look = 1; look <= MostLooks; look++)
        {
            var newest = await PatientCalls.RepeatAsync(() => ReadNewestAsync(target), clock, CancellationToken.None).ConfigureAwait(false);
            if (newest.Find(info => info.Description?.EndsWith(mark, StringComparison.Ordinal) is true) is { } marked)
            {
                return marked.DeploymentId;
            }

            await Task.Delay(Pause, clock, CancellationToken.None).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<List<DeploymentInfo>> ReadNewestAsync(CodeDeployTarget target)
    {
        var list = new ListDeploymentsRequest { ApplicationName = target.Application, DeploymentGroupName = target.DeploymentGroup };
        var page = await AwsCalls.CallAsync("codedeploy:ListDeployments", codeDeploy.ListDeploymentsAsync(list, CancellationToken.None)).ConfigureAwait(false);
        var batch = new BatchGetDeploymentsRequest { DeploymentIds = [.. (page.Deployments ?? []).Take(PageSize)] };
        if (batch.DeploymentIds.Count == 0)
        {
            return [];
        }

        var answer = await AwsCalls.CallAsync("codedeploy:BatchGetDeployments", codeDeploy.BatchGetDeploymentsAsync(batch, CancellationToken.None)).ConfigureAwait(false);
        return answer.DeploymentsInfo ?? [];
    }
}
