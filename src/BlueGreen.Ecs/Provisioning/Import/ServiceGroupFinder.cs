using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>Finds the deployment group that deploys a service: first under the names that the ECS console gives, then among all groups of the region.</summary>
internal sealed class ServiceGroupFinder(IAmazonCodeDeploy codeDeploy, RevisionReader revisions)
{
    private const int MostAtOnce = 100;

    /// <returns>The group, or <see langword="null"/> when none deploys the service.</returns>
    public async Task<ServiceGroup?> FindAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        var usual = CodeDeployTarget.DefaultFor(service);
        var request = new GetDeploymentGroupRequest { ApplicationName = usual.Application, DeploymentGroupName = usual.DeploymentGroup };
        var response = await PartCalls.FindAsync("codedeploy:GetDeploymentGroup", codeDeploy.GetDeploymentGroupAsync(request, cancellationToken), "ApplicationDoesNotExist", "DeploymentGroupDoesNotExist").ConfigureAwait(false);
        return response?.DeploymentGroupInfo is { } found && Deploys(found, service)
            ? new(usual, found)
            : await SearchAsync(service, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the group's last deployment that went well deployed; nothing when there was none, or it cannot be read any more.</summary>
    public async Task<AppSpec?> FindLastSpecAsync(ServiceGroup group, CancellationToken cancellationToken)
    {
        if (group.Info.LastSuccessfulDeployment?.DeploymentId is not { Length: > 0 } id)
        {
            return null;
        }

        var response = await PartCalls.FindAsync("codedeploy:GetDeployment", codeDeploy.GetDeploymentAsync(new() { DeploymentId = id }, cancellationToken), "DeploymentDoesNotExist").ConfigureAwait(false);
        return response?.DeploymentInfo is { } info ? await revisions.ReadAsync(info, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>How a deployment configuration moves traffic; nothing when there is none of that name, or it is not one of ECS.</summary>
    public async Task<TrafficShift?> FindShiftAsync(string? configuration, CancellationToken cancellationToken)
    {
        if (configuration is null)
        {
            return TrafficShift.AllAtOnce;
        }

        if (TrafficShift.FindPredefined(configuration) is { } predefined)
        {
            return predefined;
        }

        var request = new GetDeploymentConfigRequest { DeploymentConfigName = configuration };
        var response = await PartCalls.FindAsync("codedeploy:GetDeploymentConfig", codeDeploy.GetDeploymentConfigAsync(request, cancellationToken), "DeploymentConfigDoesNotExist").ConfigureAwait(false);
        return ShiftOf(response?.DeploymentConfigInfo?.TrafficRoutingConfig);
    }

    private async Task<ServiceGroup?> SearchAsync(ServiceReference service, CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await AwsCalls.CallAsync("codedeploy:ListApplications", codeDeploy.ListApplicationsAsync(new() { NextToken = token }, cancellationToken)).ConfigureAwait(false);
            foreach (var application in page.Applications ?? [])
            {
                if (await SearchAsync(application, service, cancellationToken).ConfigureAwait(false) is { } found)
                {
                    return found;
                }
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        return null;
    }

    private async Task<ServiceGroup?> SearchAsync(string application, ServiceReference service, CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var request = new ListDeploymentGroupsRequest { ApplicationName = application, NextToken = token };
            var page = await AwsCalls.CallAsync("codedeploy:ListDeploymentGroups", codeDeploy.ListDeploymentGroupsAsync(request, cancellationToken)).ConfigureAwait(false);
            foreach (var names in (page.DeploymentGroups ?? []).Chunk(MostAtOnce))
            {
                var batch = new BatchGetDeploymentGroupsRequest { ApplicationName = application, DeploymentGroupNames = [.. names] };
                var groups = await AwsCalls.CallAsync("codedeploy:BatchGetDeploymentGroups", codeDeploy.BatchGetDeploymentGroupsAsync(batch, cancellationToken)).ConfigureAwait(false);
                if (groups.DeploymentGroupsInfo?.Find(group => Deploys(group, service)) is { } found)
                {
                    return new(new(application, found.DeploymentGroupName), found);
                }
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        return null;
    }

    // A group names its service and cluster either way: by name or by ARN.
    private static bool Deploys(DeploymentGroupInfo group, ServiceReference service) =>
        group.EcsServices?.Exists(one => PartNames.Last(one.ServiceName) == service.Name && PartNames.Last(one.ClusterName) == service.Cluster) is true;

    private static TrafficShift? ShiftOf(TrafficRoutingConfig? routing) => routing switch
    {
        { TimeBasedCanary: { CanaryPercentage: { } percent, CanaryInterval: { } minutes } } => TrafficShift.Canary(percent, TimeSpan.FromMinutes(minutes)),
        { TimeBasedLinear: { LinearPercentage: { } percent, LinearInterval: { } minutes } } => TrafficShift.Linear(percent, TimeSpan.FromMinutes(minutes)),
        { Type: { } type } when type == TrafficRoutingType.AllAtOnce => TrafficShift.AllAtOnce,
        _ => null,
    };
}
