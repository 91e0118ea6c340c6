using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Diagnosis.Evidence;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Finds deployments of CodeDeploy that did not succeed, whoever ran them.</summary>
internal sealed class FailedDeploymentFinder(IAmazonCodeDeploy codeDeploy, CodeDeployObserver observer, DeploymentSeeker seeker, ServiceFinder services, RevisionReader revisions)
{
    private const string RollBack = "codeDeployRollback";

    /// <summary>The newest one of a service that failed, was stopped, or runs and has not installed all; rollbacks belong to what they roll back.</summary>
    public async Task<StartedDeployment?> FindAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        var found = await services.FindRawAsync(service, cancellationToken).ConfigureAwait(false);
        var target = await seeker.FindTargetAsync(service, found, cancellationToken).ConfigureAwait(false);
        try
        {
            await foreach (var info in seeker.NewestFirstAsync(target, status: null, cancellationToken).ConfigureAwait(false))
            {
                if (info.Status?.Value != DeploymentStatusText.Succeeded && info.Creator?.Value != RollBack && !await IsDoneAsync(info, service, cancellationToken).ConfigureAwait(false))
                {
                    return await StartedAsync(info, service, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (AwsCallException exception) when (Reading.IsGone(exception))
        {
            // The service has no such group, and so no deployments.
        }

        return null;
    }

    /// <summary>The deployment of that id, when it did not succeed; of a rollback the one that it rolled back.</summary>
    public async Task<StartedDeployment?> FindAsync(string deploymentId, CancellationToken cancellationToken)
    {
        var info = await observer.FindAsync(deploymentId, cancellationToken).ConfigureAwait(false);
        if (info?.RollbackInfo?.RollbackTriggeringDeploymentId is { Length: > 0 } id)
        {
            info = await observer.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? info;
        }

        return info is null || info.Status?.Value == DeploymentStatusText.Succeeded || await seeker.FindServiceAsync(new(info.ApplicationName, info.DeploymentGroupName), cancellationToken).ConfigureAwait(false) is not { } service
            ? null
            : await StartedAsync(info, service, cancellationToken).ConfigureAwait(false);
    }

    // A deployment that only keeps the old version has done its work.
    private async Task<bool> IsDoneAsync(DeploymentInfo info, ServiceReference service, CancellationToken cancellationToken)
    {
        if (info.Status?.Value != DeploymentStatusText.InProgress)
        {
            return false;
        }

        var request = new BatchGetDeploymentTargetsRequest { DeploymentId = info.DeploymentId, TargetIds = [service.ToString().Replace('/', ':')] };
        try
        {
            var response = await AwsCalls.CallAsync("codedeploy:BatchGetDeploymentTargets", codeDeploy.BatchGetDeploymentTargetsAsync(request, cancellationToken)).ConfigureAwait(false);
            return response.DeploymentTargets?.FirstOrDefault()?.EcsTarget?.Status?.Value == DeploymentStatusText.Succeeded;
        }
        catch (AwsCallException exception) when (exception.InnerException is DeploymentNotStartedException)
        {
            return false;
        }
    }

    private async Task<StartedDeployment> StartedAsync(DeploymentInfo info, ServiceReference service, CancellationToken cancellationToken)
    {
        var (spec, _) = await Reading.TryAsync(() => revisions.ReadAsync(info, cancellationToken), info.DeploymentId, "what it deployed").ConfigureAwait(false);
        return new() { Token = new(CodeDeployEngine.EngineName, service.ToString(), info.DeploymentId), TaskDefinitionArn = spec?.TaskDefinition ?? string.Empty, Deadline = CodeDeployEngine.ForeignDeadline };
    }
}
