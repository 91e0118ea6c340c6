using Amazon.ECS.Model;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>Settings of the service itself that a description cannot hold. Pure.</summary>
internal static class ServiceNotes
{
    public static IEnumerable<NotCarried> Of(ImportSource source)
    {
        var (service, configuration) = (source.Service, source.Service.DeploymentConfiguration);
        var newest = service.Deployments?.FirstOrDefault();
        var strategy = source.Primary is { } set ? set.CapacityProviderStrategy : service.CapacityProviderStrategy;
        (bool IsThere, string What)[] settings =
        [
            (source.Balancers.Count > 1, $"Its further target groups {string.Join(", ", source.Balancers.Skip(1).Select(one => one.TargetGroupArn))} are not carried; they get no tasks."),
            (newest?.ServiceConnectConfiguration is { Enabled: true }, "Service Connect is not carried; other services do not find it by that name."),
            (newest?.VolumeConfigurations is { Count: > 0 }, "Its volumes, which ECS makes for each task, are not carried; tasks that mount them do not start."),
            (newest?.VpcLatticeConfigurations is { Count: > 0 }, "Its targets of VPC Lattice are not carried."),
            ((source.Primary?.ServiceRegistries ?? service.ServiceRegistries) is { Count: > 0 }, "Its entries in Cloud Map are not carried; who finds it by DNS there does not."),
            (strategy is { Count: > 0 }, $"Its capacity providers {string.Join(", ", (strategy ?? []).Select(one => one.CapacityProvider))} are not carried; tasks start by a launch type."),
            (service.HealthCheckGracePeriodSeconds is > 0, FormattableString.Invariant($"Its grace period of {service.HealthCheckGracePeriodSeconds} seconds for health checks is not carried; tasks that start slowly are stopped.")),
            (service.EnableExecuteCommand is true, "ECS Exec is not carried; no shell can be opened in its tasks."),
            (service.PropagateTags?.Value is "SERVICE" or "TASK_DEFINITION", "Its tags are handed on to its tasks; that is not carried."),
            (service.PlacementConstraints is { Count: > 0 } || service.PlacementStrategy is { Count: > 0 }, "Where its tasks are placed is not carried."),
            (source.Live.PlatformVersion is { } platform && platform is not "LATEST", $"Its platform version {source.Live.PlatformVersion} is not carried in the environment; it is in appspec.yaml."),
            (configuration?.LifecycleHooks is { Count: > 0 }, $"Its lifecycle hooks {string.Join(", ", (configuration?.LifecycleHooks ?? []).Select(Text))} are not carried; a deployment does not ask them."),
            (source.IsScaled is true, "Application Auto Scaling changes its size; target and policies are not carried."),
            (source.IsScaled is null, "Whether Application Auto Scaling changes its size is not known: the right to application-autoscaling:DescribeScalableTargets is missing."),
        ];
        return settings.Where(one => one.IsThere).Select(one => new NotCarried(service.ServiceArn, one.What));
    }

    private static string Text(DeploymentLifecycleHook hook) => $"{hook.HookTargetArn ?? hook.TargetType?.Value} at {string.Join(" and ", hook.LifecycleStages ?? [])}";
}
