using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks at the roles of the new version's tasks, and at those in whose name traffic moves and hooks are called.</summary>
internal sealed class RoleReader(SideClient<IAmazonIdentityManagementService> iam, PolicySimulator simulator, SurveyCalls calls)
{
    public const string Tasks = "ecs-tasks.amazonaws.com";
    private const string Ecs = "ecs.amazonaws.com";

    public async Task<IReadOnlyList<RoleFacts>> ReadAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var definition = plan.TaskDefinition;
        var roles = new List<Task<RoleFacts>>();
        if (definition.ExecutionRoleArn is { } execution)
        {
            roles.Add(ReadAsync(execution, "execution role", Tasks, RolePermissions.OfExecution(plan), cancellationToken));
        }

        if (definition.TaskRoleArn is { } task && task != definition.ExecutionRoleArn)
        {
            roles.Add(ReadAsync(task, "task role", Tasks, [], cancellationToken));
        }

        if (plan.Traffic.RoleArn is { } mover)
        {
            roles.Add(plan.CodeDeploy is null
                ? ReadAsync(mover, "infrastructure role", Ecs, RolePermissions.OfInfrastructure(plan), cancellationToken)
                : ReadAsync(mover, "service role of CodeDeploy", "codedeploy.amazonaws.com", RolePermissions.OfCodeDeploy(plan), cancellationToken));
        }

        roles.AddRange(plan.Traffic.Hooks.Where(hook => hook.RoleArn is not null).GroupBy(hook => hook.RoleArn!, StringComparer.Ordinal)
            .Select(hooks => ReadAsync(hooks.Key, "role of the hooks", Ecs, RolePermissions.OfHooks(plan, hooks), cancellationToken)));
        return await Task.WhenAll(roles).ConfigureAwait(false);
    }

    private async Task<RoleFacts> ReadAsync(string arn, string use, string service, IReadOnlyList<Permission> needed, CancellationToken cancellationToken)
    {
        var role = calls.ReadAsync(
            "iam:GetRole", arn, $"whether {service} may take on the {use}",
            async token => (await iam.Value.GetRoleAsync(new GetRoleRequest { RoleName = arn[(arn.LastIndexOf('/') + 1)..] }, token).ConfigureAwait(false)).Role,
            code => code.StartsWith("NoSuchEntity", StringComparison.Ordinal),
            cancellationToken);
        var refused = needed.Count == 0 || !IsArn(arn) ? null : await simulator.RefusedAsync(arn, $"whether the {use} may do what it has to", needed, cancellationToken).ConfigureAwait(false);
        return new(arn, use, service, await role.ConfigureAwait(false), refused);
    }

    private static bool IsArn(string role) => role.StartsWith("arn:", StringComparison.Ordinal);
}
