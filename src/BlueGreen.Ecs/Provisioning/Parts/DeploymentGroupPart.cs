using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The CodeDeploy deployment group.</summary>
internal sealed class DeploymentGroupPart(BlueGreenEnvironment environment, CodeDeployTarget target, IAmazonCodeDeploy codeDeploy, DeploymentConfigs configurations)
    : EnvironmentPart(environment, ResourceKind.DeploymentGroup, target.DeploymentGroup)
{
    public override IReadOnlyList<string> DependsOn =>
    [
        PartIds.Of(ResourceKind.Application, target.Application),
        PartIds.Role(Environment.TrafficRole!),
        PartIds.Service(Environment),
        .. Environment.Alarms.Select(alarm => PartIds.Of(ResourceKind.Alarm, alarm.Name)),
    ];

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new GetDeploymentGroupRequest { ApplicationName = target.Application, DeploymentGroupName = Name };
        var response = await PartCalls.FindAsync("codedeploy:GetDeploymentGroup", codeDeploy.GetDeploymentGroupAsync(request, cancellationToken), "ApplicationDoesNotExist", "DeploymentGroupDoesNotExist").ConfigureAwait(false);
        return response?.DeploymentGroupInfo is { } found
            ? await CodeDeployTags.ReadAsync(codeDeploy, known.Place.Arn("codedeploy", $"deploymentgroup:{target.Application}/{Name}"), found, cancellationToken).ConfigureAwait(false)
            : null;
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known) => DeploymentGroupSettings.Of(Environment, known).Compare(found.As<DeploymentGroupInfo>());

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var settings = await PrepareAsync(known, cancellationToken).ConfigureAwait(false);
        var request = new CreateDeploymentGroupRequest
        {
            ApplicationName = target.Application,
            DeploymentGroupName = Name,
            DeploymentConfigName = settings.Configuration,
            ServiceRoleArn = settings.RoleArn,
            DeploymentStyle = DeploymentGroupSettings.Style,
            EcsServices = [settings.Service],
            LoadBalancerInfo = settings.LoadBalancer,
            BlueGreenDeploymentConfiguration = settings.BlueGreen,
            AutoRollbackConfiguration = settings.RollBack,
            AlarmConfiguration = settings.Alarms,
            Tags = CodeDeployTags.Of(Environment),
        };
        await AwsCalls.CallAsync("codedeploy:CreateDeploymentGroup", codeDeploy.CreateDeploymentGroupAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var settings = await PrepareAsync(known, cancellationToken).ConfigureAwait(false);
        var request = new UpdateDeploymentGroupRequest
        {
            ApplicationName = target.Application,
            CurrentDeploymentGroupName = Name,
            DeploymentConfigName = settings.Configuration,
            ServiceRoleArn = settings.RoleArn,
            EcsServices = [settings.Service],
            LoadBalancerInfo = settings.LoadBalancer,
            BlueGreenDeploymentConfiguration = settings.BlueGreen,
            AutoRollbackConfiguration = settings.RollBack,
            AlarmConfiguration = settings.Alarms,
        };
        await AwsCalls.CallAsync("codedeploy:UpdateDeploymentGroup", codeDeploy.UpdateDeploymentGroupAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var request = new DeleteDeploymentGroupRequest { ApplicationName = target.Application, DeploymentGroupName = Name };
        await AwsCalls.CallAsync("codedeploy:DeleteDeploymentGroup", codeDeploy.DeleteDeploymentGroupAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    // A shift that is not one of AWS's five needs a configuration of its own, which is named by its content and shared by all groups.
    private async Task<DeploymentGroupSettings> PrepareAsync(KnownParts known, CancellationToken cancellationToken)
    {
        if (Environment.Deployments.Configuration is null)
        {
            await configurations.EnsureAsync(Environment.Deployments.Shift, cancellationToken).ConfigureAwait(false);
        }

        return DeploymentGroupSettings.Of(Environment, known);
    }
}
