using Amazon.CodeDeploy;
using BlueGreen.Ecs.Engines.CodeDeploy;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Provisioning;
using BlueGreen.Ecs.Provisioning.Import;
using BlueGreen.Ecs.Provisioning.Parts;
using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Migration;

/// <summary>Reads what a migration rests on. Changes nothing.</summary>
internal sealed class MigrationFactsReader(ImportReader services, FactsReader deployments, ListenerRuleReader rules, AlarmReader alarms, EnvironmentParts environments, IAmazonCodeDeploy codeDeploy)
{
    private const int LongestRoleName = 64;

    /// <exception cref="DeploymentInProgressException">A deployment is running.</exception>
    public async Task<MigrationFacts> ReadAsync(ServiceReference service, MigrationOptions options, CancellationToken cancellationToken)
    {
        var source = await services.ReadAsync(service, cancellationToken).ConfigureAwait(false);
        if (await deployments.FindRunningAsync(source.Group!.Target, cancellationToken).ConfigureAwait(false) is { } running)
        {
            throw new DeploymentInProgressException(service, running);
        }

        var (known, role) = (new KnownParts(source.Place), RoleOf(source, options));
        known.Set(role.Id, await role.ReadAsync(known, cancellationToken).ConfigureAwait(false));
        var groups = await AwsCalls.CallAsync("codedeploy:ListDeploymentGroups", codeDeploy.ListDeploymentGroupsAsync(new() { ApplicationName = source.Group.Target.Application }, cancellationToken)).ConfigureAwait(false);
        var facts = new MigrationFacts
        {
            Source = source,
            Options = options,
            Role = role,
            RolePlan = PartPlanner.Decide(role, known.Find(role.Id), known),
            Known = known,
            Targets = await rules.CountTargetsAsync([source.Traffic.Blue.TargetGroupArn, source.Traffic.Green.TargetGroupArn], cancellationToken).ConfigureAwait(false),
            GroupsOfApplication = groups.DeploymentGroups?.Count ?? 0,
        };
        return facts with { RedAlarms = await alarms.FindRedAsync(ImportDraft.AlarmNames(source), cancellationToken).ConfigureAwait(false) };
    }

    // The role is made as an environment makes it, by the name of the service.
    private RolePart RoleOf(ImportSource source, MigrationOptions options)
    {
        var draft = ImportDraft.Of(source);
        var usual = $"ecsInfrastructureRole-{draft.Service.Name}";
        var name = options.InfrastructureRole ?? (usual.Length > LongestRoleName ? usual[..LongestRoleName] : usual);
        var native = draft with
        {
            Service = draft.Service with { Controller = EnvironmentController.EcsNative },
            TrafficRole = new(name, IsExisting: options.InfrastructureRole is not null),
            CodeDeploy = null,
        };
        return environments.Of(native).OfType<RolePart>().First(part => part.Id == PartIds.Role(native.TrafficRole));
    }
}
