using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks around a deployment, at everything at once, each thing once.</summary>
internal sealed class Surveyor(
    CallerReader caller,
    NetworkReader network,
    BalancerReader balancer,
    ImageReader images,
    RoleReader roles,
    LogGroupReader logs,
    SecretReader secrets,
    EnvironmentFileReader files,
    FunctionReader functions,
    AlarmReader alarms,
    PolicySimulator simulator,
    SurveyCalls calls,
    IEnumerable<ISurveyCheck> checks)
{
    /// <summary>Who deploys; asked for while the plan is made, as it hangs on nothing.</summary>
    public Task<Read<string>> CallerAsync(CancellationToken cancellationToken) => caller.ReadAsync(cancellationToken);

    /// <summary>What speaks against the deployment in its surroundings, and what could not be looked at.</summary>
    public async Task<IReadOnlyList<Finding>> SurveyAsync(DeploymentPlan plan, Task<Read<string>> whoDeploys, CancellationToken cancellationToken)
    {
        var principal = await whoDeploys.ConfigureAwait(false);
        var refused = RefusedAsync(plan, principal.Value, cancellationToken);
        var around = (network.ReadAsync(plan, cancellationToken), balancer.ReadAsync(plan, cancellationToken), images.ReadAsync(plan, cancellationToken), roles.ReadAsync(plan, cancellationToken));
        var inside = (logs.ReadAsync(plan, cancellationToken), secrets.ReadAsync(plan, cancellationToken), files.ReadAsync(plan, cancellationToken));
        var onTheWay = (functions.ReadAsync(plan, cancellationToken), AlarmsAsync(plan, cancellationToken));
        var surroundings = new Surroundings
        {
            Plan = plan,
            Network = await around.Item1.ConfigureAwait(false),
            Balancer = await around.Item2.ConfigureAwait(false),
            Images = await around.Item3.ConfigureAwait(false),
            Roles = await around.Item4.ConfigureAwait(false),
            LogGroups = await inside.Item1.ConfigureAwait(false),
            Secrets = await inside.Item2.ConfigureAwait(false),
            EnvironmentFiles = await inside.Item3.ConfigureAwait(false),
            Functions = await onTheWay.Item1.ConfigureAwait(false),
            Alarms = await onTheWay.Item2.ConfigureAwait(false),
            Caller = principal,
            Refused = await refused.ConfigureAwait(false),
        };
        return [.. checks.SelectMany(check => check.Check(surroundings)), .. surroundings.NotChecked];
    }

    private async Task<Read<IReadOnlyList<Permission>>?> RefusedAsync(DeploymentPlan plan, string? principal, CancellationToken cancellationToken) => principal is null || RolePermissions.OfCaller(plan) is not { Count: > 0 } needed
        ? null
        : await simulator.RefusedAsync(principal, "whether whoever deploys may do what the deployment takes", needed, cancellationToken).ConfigureAwait(false);

    private Task<Read<IReadOnlyDictionary<string, string>>> AlarmsAsync(DeploymentPlan plan, CancellationToken cancellationToken) => calls.ReadAsync<IReadOnlyDictionary<string, string>>(
        "cloudwatch:DescribeAlarms",
        string.Join(", ", plan.Traffic.Alarms),
        "whether an alarm is red already",
        async token => await alarms.ReadAsync(plan.CodeDeploy is null ? [] : plan.Traffic.Alarms, token).ConfigureAwait(false),
        isMissing: null,
        cancellationToken);
}
