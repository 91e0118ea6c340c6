using Amazon.CodeDeploy;
using Amazon.CodeDeploy.Model;
using BlueGreen.Ecs.Engines.CodeDeploy;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The settings of a deployment group as an environment wants them, and what of another's differs. Pure.</summary>
internal sealed record DeploymentGroupSettings
{
    public required string Configuration { get; init; }

    public required string RoleArn { get; init; }

    public required ECSService Service { get; init; }

    public required LoadBalancerInfo LoadBalancer { get; init; }

    public required BlueGreenDeploymentConfiguration BlueGreen { get; init; }

    public required AutoRollbackConfiguration RollBack { get; init; }

    public required AlarmConfiguration Alarms { get; init; }

    public static DeploymentStyle Style => new() { DeploymentType = DeploymentType.BLUE_GREEN, DeploymentOption = DeploymentOption.WITH_TRAFFIC_CONTROL };

    public static DeploymentGroupSettings Of(BlueGreenEnvironment environment, KnownParts known)
    {
        var wanted = environment.Deployments;
        return new()
        {
            Configuration = wanted.Configuration ?? DeploymentConfigs.NameOf(wanted.Shift),
            RoleArn = known.Find(PartIds.Role(environment.TrafficRole!))?.Arn ?? string.Empty,
            Service = new() { ClusterName = environment.Cluster.Name, ServiceName = environment.Service.Name },
            LoadBalancer = new()
            {
                TargetGroupPairInfoList =
                [
                    new()
                    {
                        TargetGroups = [new() { Name = environment.TargetGroups.Blue }, new() { Name = environment.TargetGroups.Green }],
                        ProdTrafficRoute = new() { ListenerArns = [ArnOf(environment, environment.ProductionListener, known)] },
                        TestTrafficRoute = environment.TestListener is { } test ? new() { ListenerArns = [ArnOf(environment, test, known)] } : null,
                    },
                ],
            },
            BlueGreen = new()
            {
                DeploymentReadyOption = wanted.ReadyWait > TimeSpan.Zero
                    ? new() { ActionOnTimeout = DeploymentReadyAction.STOP_DEPLOYMENT, WaitTimeInMinutes = (int)wanted.ReadyWait.TotalMinutes }
                    : new() { ActionOnTimeout = DeploymentReadyAction.CONTINUE_DEPLOYMENT, WaitTimeInMinutes = 0 },
                TerminateBlueInstancesOnDeploymentSuccess = new() { Action = InstanceAction.TERMINATE, TerminationWaitTimeInMinutes = (int)wanted.Bake.TotalMinutes },
            },
            RollBack = new() { Enabled = wanted.RollsBack, Events = wanted.RollsBack ? [AutoRollbackEvent.DEPLOYMENT_FAILURE, .. environment.Alarms.Count > 0 ? [AutoRollbackEvent.DEPLOYMENT_STOP_ON_ALARM] : Array.Empty<string>()] : [] },
            Alarms = new() { Enabled = environment.Alarms.Count > 0, Alarms = [.. environment.Alarms.Select(alarm => new Alarm { Name = alarm.Name })] },
        };
    }

    /// <summary>How a group differs.</summary>
    public IEnumerable<Difference> Compare(DeploymentGroupInfo there)
    {
        (bool IsSame, string What)[] settings =
        [
            (there.DeploymentConfigName == Configuration, "deployment configuration"),
            (there.ServiceRoleArn == RoleArn, "service role"),
            (there.EcsServices is [var service] && PartNames.Last(service.ClusterName) == Service.ClusterName && PartNames.Last(service.ServiceName) == Service.ServiceName, "ECS service"),
            (Text(there.LoadBalancerInfo) == Text(LoadBalancer), "target groups or listeners"),
            (Text(there.BlueGreenDeploymentConfiguration) == Text(BlueGreen), "waits"),
            (Text(there.AutoRollbackConfiguration) == Text(RollBack), "automatic rollback"),
            (Text(there.AlarmConfiguration) == Text(Alarms), "alarms"),
        ];
        return settings.Where(one => !one.IsSame).Select(one => new Difference($"It has another {one.What}."));
    }

    private static string ArnOf(BlueGreenEnvironment environment, EnvironmentListener listener, KnownParts known) => known.Find(PartIds.Listener(environment, listener))?.Arn ?? string.Empty;

    // CodeDeploy answers lists in any order, and leaves out what is not set.
    private static string Text(LoadBalancerInfo? info)
    {
        var pair = info?.TargetGroupPairInfoList?.FirstOrDefault();
        return string.Join(' ', [.. (pair?.TargetGroups ?? []).Select(group => group.Name).Order(StringComparer.Ordinal), "production", .. pair?.ProdTrafficRoute?.ListenerArns ?? [], "test", .. pair?.TestTrafficRoute?.ListenerArns ?? []]);
    }

    private static string Text(BlueGreenDeploymentConfiguration? configuration)
    {
        var (ready, end) = (configuration?.DeploymentReadyOption, configuration?.TerminateBlueInstancesOnDeploymentSuccess);
        return FormattableString.Invariant($"{ready?.ActionOnTimeout} {ready?.WaitTimeInMinutes ?? 0} {end?.Action} {end?.TerminationWaitTimeInMinutes ?? 0}");
    }

    private static string Text(AutoRollbackConfiguration? configuration) =>
        configuration?.Enabled is true ? string.Join(' ', (configuration.Events ?? []).Order(StringComparer.Ordinal)) : string.Empty;

    private static string Text(AlarmConfiguration? configuration) =>
        configuration?.Enabled is true ? string.Join(' ', (configuration.Alarms ?? []).Select(alarm => alarm.Name).Order(StringComparer.Ordinal)) : string.Empty;
}
