using Amazon.CloudWatch.Model;
using Amazon.EC2.Model;
using BlueGreen.Ecs.Provisioning.Parts;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>What a description cannot hold of what was found. Pure.</summary>
internal static class ImportNotes
{
    /// <param name="source">The service, and what it names.</param>
    /// <param name="environment">The description.</param>
    /// <param name="parts">The description's parts.</param>
    /// <param name="known">What was found under its names.</param>
    public static IEnumerable<NotCarried> Of(ImportSource source, BlueGreenEnvironment environment, IReadOnlyList<EnvironmentPart> parts, KnownParts known) =>
    [
        .. Differences(parts, known),
        .. Roles(parts, known),
        .. Alarms(environment, known),
        .. ServiceNotes.Of(source),
        .. Group(source),
        .. Traffic(source, environment),
        .. Network(source, environment, known),
        .. Image(source, environment),
    ];

    // What an apply would change of it is what the description does not say.
    private static IEnumerable<NotCarried> Differences(IReadOnlyList<EnvironmentPart> parts, KnownParts known) =>
        from part in parts
        let found = known.Find(part.Id)
        where found is not null
        from difference in part.Compare(found, known)
        select new NotCarried(difference.Arn ?? found.Arn, $"{part.Kind} {part.Name} is not as an apply makes it: {difference.Text}");

    private static IEnumerable<NotCarried> Roles(IReadOnlyList<EnvironmentPart> parts, KnownParts known) =>
        from part in parts.OfType<RolePart>()
        let found = known.Find(part.Id)
        where found is not null && !part.IsExisting
        from policy in part.Foreign(found, known.Place)
        select new NotCarried(found.Arn, $"Its policy {policy} is not carried; a role that is made does not have it. Attach it there, or give the role as existing.");

    private static IEnumerable<NotCarried> Alarms(BlueGreenEnvironment environment, KnownParts known) =>
        from alarm in environment.Alarms
        let found = known.Find(PartIds.Of(ResourceKind.Alarm, alarm.Name))
        where found is null || (alarm.IsExisting && !AlarmPart.IsExpressible(found.As<MetricAlarm>()))
        select new NotCarried(found?.Arn ?? known.Place.Arn("cloudwatch", $"alarm:{alarm.Name}"), "What this alarm watches cannot be described, or it does not exist; it is named as existing, and must be there before an apply.");

    private static IEnumerable<NotCarried> Group(ImportSource source)
    {
        if (source.Group is not { } group)
        {
            yield break;
        }

        var arn = source.Place.Arn("codedeploy", $"deploymentgroup:{group.Target.Application}/{group.Target.DeploymentGroup}");
        if (source.GroupShift is null || Engines.CodeDeploy.DeploymentConfigs.NameOf(source.GroupShift) != group.Info.DeploymentConfigName)
        {
            yield return new(arn, $"Its deployment configuration {group.Info.DeploymentConfigName} is named, and not made; it must be in the account before an apply.");
        }

        if (group.Info.TriggerConfigurations is { Count: > 0 } triggers)
        {
            yield return new(arn, $"Its triggers {string.Join(", ", triggers.Select(trigger => trigger.TriggerName))} are not carried; nobody is told of deployments there.");
        }

        if (group.Info.AlarmConfiguration is { IgnorePollAlarmFailure: true })
        {
            yield return new(arn, "It goes on when alarms cannot be read; one that is made does not.");
        }

        if (source.LastSpec is null && group.Info.LastSuccessfulDeployment is { DeploymentId: { } last })
        {
            yield return new(arn, $"The AppSpec of its last deployment {last} cannot be read any more. Hooks that it had are not in appspec.yaml.");
        }
    }

    private static IEnumerable<NotCarried> Traffic(ImportSource source, BlueGreenEnvironment environment)
    {
        var traffic = source.Traffic;
        foreach (var (arn, setting, value) in traffic.Attributes.Where(one => !environment.LoadBalancer.IsExisting || one.Arn != traffic.Balancer.LoadBalancerArn))
        {
            yield return new(arn, $"Its attribute {setting} is {value}; what is made has AWS's default.");
        }

        foreach (var listener in traffic.Listeners)
        {
            var isOurs = listener == traffic.Production || listener == traffic.Test;
            if (!isOurs && !environment.LoadBalancer.IsExisting)
            {
                yield return new(listener.Arn, FormattableString.Invariant($"The load balancer also listens on port {listener.Listener.Port}; that listener is not carried."));
            }

            foreach (var rule in listener.Rules.Where(rule => isOurs && rule.IsDefault is not true))
            {
                yield return new(rule.RuleArn, $"This rule, of priority {rule.Priority}, is not carried: an environment's listeners have their default rule only, and requests that the rule answers would reach the service.");
            }

            if (isOurs && listener.Listener.Certificates is { Count: > 1 })
            {
                yield return new(listener.Arn, "Its further certificates are not carried.");
            }
        }

        foreach (var group in new[] { traffic.Blue, traffic.Green })
        {
            (string What, bool IsUsual)[] settings =
            [
                ("port", group.Port == environment.Service.ContainerPort),
                ("health check's port", group.HealthCheckPort is null or "traffic-port"),
                ("health check's protocol", group.HealthCheckProtocol is null || group.HealthCheckProtocol == group.Protocol),
                ("healthy threshold", group.HealthyThresholdCount is null or 5),
                ("unhealthy threshold", group.UnhealthyThresholdCount is null or 2),
                ("protocol version", group.ProtocolVersion is null or "HTTP1"),
            ];
            foreach (var (what, _) in settings.Where(setting => !setting.IsUsual))
            {
                yield return new(group.TargetGroupArn, $"Its {what} is not carried; a target group that is made has the usual one.");
            }
        }
    }

    private static IEnumerable<NotCarried> Network(ImportSource source, BlueGreenEnvironment environment, KnownParts known)
    {
        if (environment.Network.Subnets.Count + environment.Network.TaskSubnets.Count > 0)
        {
            yield return new(
                source.Place.Arn("ec2", $"vpc/{source.Traffic.Balancer.VpcId}"),
                $"The VPC and its subnets {string.Join(", ", environment.Network.Subnets.Concat(environment.Network.TaskSubnets))} are named, and never made. Name others for another account.");
        }

        string?[] made = [known.Find<SecurityGroup>(PartIds.LoadBalancerGroup(environment))?.GroupId, known.Find<SecurityGroup>(PartIds.TaskGroup(environment))?.GroupId];
        var named = environment.Network.LoadBalancerSecurityGroups.Concat(environment.Network.TaskSecurityGroups).ToHashSet(StringComparer.Ordinal);
        foreach (var group in source.SecurityGroups.Where(group => !made.Contains(group.GroupId, StringComparer.Ordinal)))
        {
            var isOfSharedBalancer = environment.LoadBalancer.IsExisting && source.Traffic.Balancer.SecurityGroups?.Contains(group.GroupId) is true;
            if (named.Contains(group.GroupId))
            {
                yield return new(source.Place.Arn("ec2", $"security-group/{group.GroupId}"), $"The security group {group.GroupName} is named, and never made. Name another for another account.");
            }
            else if (!isOfSharedBalancer)
            {
                yield return new(source.Place.Arn("ec2", $"security-group/{group.GroupId}"), $"The security group {group.GroupName} is not carried: one is made that admits the listeners' or the container's port only.");
            }
        }
    }

    private static IEnumerable<NotCarried> Image(ImportSource source, BlueGreenEnvironment environment)
    {
        foreach (var container in environment.TaskDefinition.ContainerDefinitions.Where(container => container.Image?.Contains("@sha256:", StringComparison.Ordinal) is true))
        {
            yield return new(source.Live.TaskDefinitionArn, $"The image of {container.Name} is named by its digest, and stays {container.Image}; it must be there before an apply.");
        }
    }
}
