using System.Runtime.CompilerServices;
using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Diagnosis.Evidence;
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

    /// <returns>The service that a group deploys, or <see langword="null"/> when there is no such group, or it deploys none.</returns>
    public async Task<ServiceReference?> FindServiceAsync(CodeDeployTarget target, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetDeploymentGroupRequest { ApplicationName = target.Application, DeploymentGroupName = target.DeploymentGroup };
            var response = await AwsCalls.CallAsync("codedeploy:GetDeploymentGroup", codeDeploy.GetDeploymentGroupAsync(request, cancellationToken)).ConfigureAwait(false);
            return response.DeploymentGroupInfo.EcsServices?.FirstOrDefault() is { } service
                ? ServiceReference.TryParse($"{NameOf(service.ClusterName)}/{NameOf(service.ServiceName)}")
                : null;
        }
        catch (AwsCallException exception) when (Reading.IsGone(exception))
        {
            return null;
        }
    }

    /// <summary>Looks for a deployment that was just asked for; it may be shown a little later.</summary>
    /// <returns>Its id, or <see langword="null"/> when there is none.</returns>
    public async Task<string?> FindMarkedAsync(CodeDeployTarget target, string mark)
    {
        for (var look = 1; look <= MostLooks; look++)
        {
            if (await PatientCalls.RepeatAsync(() => FindAmongNewestAsync(target, mark), clock, CancellationToken.None).ConfigureAwait(false) is { } marked)
            {
                return marked.DeploymentId;
            }

            await Task.Delay(Pause, clock, CancellationToken.None).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>A group's deployments, newest first, as ListDeployments has them; no more of them are read than are taken.</summary>
    /// <param name="target">The group.</param>
    /// <param name="status">Only those of this status. <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<DeploymentInfo> NewestFirstAsync(CodeDeployTarget target, string? status, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var list = new ListDeploymentsRequest { ApplicationName = target.Application, DeploymentGroupName = target.DeploymentGroup, IncludeOnlyStatuses = status is null ? null : [status], NextToken = token };
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

    private static string NameOf(string nameOrArn) => nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];

    private async Task<DeploymentInfo?> FindAmongNewestAsync(CodeDeployTarget target, string mark) =>
        await NewestFirstAsync(target, status: null, CancellationToken.None)
            .Take(PageSize)
            .FirstOrDefaultAsync(info => info.Description?.EndsWith(mark, StringComparison.Ordinal) is true)
            .ConfigureAwait(false);
}
