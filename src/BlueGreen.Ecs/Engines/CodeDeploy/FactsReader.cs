using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Documents;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>Reads what a plan rests on. Changes nothing.</summary>
internal sealed class FactsReader(IAmazonCodeDeploy codeDeploy, IAmazonElasticLoadBalancingV2 balancing, TaskDefinitionRegistry registry)
{
    public async Task<CodeDeployFacts> ReadAsync(Deployment deployment, LiveService service, CancellationToken cancellationToken)
    {
        var target = deployment.CodeDeploy ?? CodeDeployTarget.DefaultFor(service.Reference);
        var group = await ReadGroupAsync(target, cancellationToken).ConfigureAwait(false);
        ThrowUnlessDeploys(group, target, service);
        var running = FindRunningAsync(target, cancellationToken);
        var rules = ReadRulesAsync(group.LoadBalancerInfo.ProductionListener, cancellationToken);
        var (definition, revisions) = await registry.ReadWantedAsync(deployment, service, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Deployment = deployment,
            Service = service,
            Target = target,
            Group = group,
            TaskDefinition = definition,
            Revisions = revisions,
            AppSpec = deployment.AppSpec ?? AppSpecDocument.DeriveFrom(service),
            ProductionRules = await rules.ConfigureAwait(false),
            RunningDeploymentId = await running.ConfigureAwait(false),
        };
    }

    /// <summary>The id of the group's deployment that is running.</summary>
    /// <returns>The id, or <see langword="null"/> when none runs or there is no such group.</returns>
    public async Task<string?> FindRunningAsync(CodeDeployTarget target, CancellationToken cancellationToken)
    {
        var request = new ListDeploymentsRequest
        {
            ApplicationName = target.Application,
            DeploymentGroupName = target.DeploymentGroup,
            IncludeOnlyStatuses = [DeploymentStatusText.Created, DeploymentStatusText.Queued, DeploymentStatusText.InProgress, DeploymentStatusText.Ready],
        };
        try
        {
            var response = await AwsCalls.CallAsync("codedeploy:ListDeployments", codeDeploy.ListDeploymentsAsync(request, cancellationToken)).ConfigureAwait(false);
            return response.Deployments?.FirstOrDefault();
        }
        catch (AwsCallException exception) when (exception.InnerException is ApplicationDoesNotExistException or DeploymentGroupDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>All rules of a listener, the default rule among them; none without a listener.</summary>
    public async Task<IReadOnlyList<Rule>> ReadRulesAsync(string? listenerArn, CancellationToken cancellationToken) =>
        listenerArn is null ? [] : await ListenerRules.ReadAsync(balancing, listenerArn, cancellationToken).ConfigureAwait(false);

    private async Task<DeploymentGroupInfo> ReadGroupAsync(CodeDeployTarget target, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetDeploymentGroupRequest { ApplicationName = target.Application, DeploymentGroupName = target.DeploymentGroup };
            var response = await AwsCalls.CallAsync("codedeploy:GetDeploymentGroup", codeDeploy.GetDeploymentGroupAsync(request, cancellationToken)).ConfigureAwait(false);
            return response.DeploymentGroupInfo;
        }
        catch (AwsCallException exception) when (exception.InnerException is ApplicationDoesNotExistException or DeploymentGroupDoesNotExistException)
        {
            throw new DeploymentGroupNotFoundException(target, exception);
        }
    }

    private static void ThrowUnlessDeploys(DeploymentGroupInfo group, CodeDeployTarget target, LiveService service)
    {
        var deployed = group.EcsServices ?? [];
        if (!deployed.Exists(ecs => NameOf(ecs.ServiceName) == service.Reference.Name && NameOf(ecs.ClusterName) == service.Reference.Cluster))
        {
            var found = deployed.Count == 0 ? $"no ECS service (its compute platform is {group.ComputePlatform?.Value ?? "not told"}; allowed is ECS)" : string.Join(", ", deployed.Select(ecs => $"{NameOf(ecs.ClusterName)}/{NameOf(ecs.ServiceName)}"));
            throw new DeploymentGroupMismatchException(target, service.Reference, found);
        }
    }

    // A group names its service and cluster either way: by name or by ARN.
    private static string NameOf(string nameOrArn) => nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];
}
