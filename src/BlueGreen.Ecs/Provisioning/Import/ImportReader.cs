using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.EC2;
using BlueGreen.Ecs.Guards;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Import;

/// <summary>Reads a service, and what it names. Changes nothing.</summary>
internal sealed class ImportReader(ServiceFinder services, TaskDefinitionRegistry registry, ServiceGroupFinder groups, TrafficReader traffic, IAmazonEC2 ec2, IAmazonCloudWatch cloudWatch, ScalingTargets scaling, AwsPlaceReader places)
{
    /// <exception cref="BlueGreenException">There is no such service, it cannot be described, or AWS refused a call.</exception>
    public async Task<ImportSource> ReadAsync(ServiceReference reference, CancellationToken cancellationToken)
    {
        var live = await services.FindAsync(reference, cancellationToken).ConfigureAwait(false);
        var service = await services.FindRawAsync(reference, cancellationToken, withTags: true).ConfigureAwait(false);
        var controller = ImportSource.ControllerOf(service);
        if (controller == EnvironmentController.EcsNative && service.DeploymentConfiguration?.Strategy?.Value is null or "ROLLING" && service.LoadBalancers is { Count: > 0 })
        {
            throw new ServiceNotImportableException(reference, "ECS replaces its tasks a few at a time (strategy ROLLING), in one target group. Give it a strategy that keeps two versions, BLUE_GREEN, CANARY or LINEAR, first.");
        }

        var group = controller == EnvironmentController.CodeDeploy
            ? await groups.FindAsync(reference, cancellationToken).ConfigureAwait(false) ?? throw new ServiceNotImportableException(reference, "No deployment group of CodeDeploy in this account and region deploys it. Create one.")
            : null;
        var found = await traffic.ReadAsync(reference, service, group, cancellationToken).ConfigureAwait(false);
        var source = new ImportSource
        {
            Live = live,
            Service = service,
            Place = await places.ReadAsync(cancellationToken).ConfigureAwait(false),
            Definition = await registry.ReadAsync(live.TaskDefinitionArn, cancellationToken).ConfigureAwait(false),
            Traffic = found,
            Group = group,
            GroupShift = group is null ? null : await groups.FindShiftAsync(group.Info.DeploymentConfigName, cancellationToken).ConfigureAwait(false),
            LastSpec = group is null ? null : await groups.FindLastSpecAsync(group, cancellationToken).ConfigureAwait(false),
            DefaultSubnets = await DefaultSubnetsAsync(cancellationToken).ConfigureAwait(false),
            SecurityGroups = await SecurityGroupsAsync([.. found.Balancer.SecurityGroups ?? [], .. live.Network?.SecurityGroups ?? []], cancellationToken).ConfigureAwait(false),
            IsScaled = await IsScaledAsync(reference, cancellationToken).ConfigureAwait(false),
        };
        return source is { Controller: EnvironmentController.External, Owner: not null }
            ? source with { Alarms = await AlarmsAsync(found.Balancer.LoadBalancerArn, cancellationToken).ConfigureAwait(false) }
            : source;
    }

    private async Task<IReadOnlyList<string>> DefaultSubnetsAsync(CancellationToken cancellationToken)
    {
        var request = new Amazon.EC2.Model.DescribeSubnetsRequest { Filters = [new() { Name = "default-for-az", Values = ["true"] }] };
        var response = await AwsCalls.CallAsync("ec2:DescribeSubnets", ec2.DescribeSubnetsAsync(request, cancellationToken)).ConfigureAwait(false);
        return [.. (response.Subnets ?? []).Select(subnet => subnet.SubnetId)];
    }

    private async Task<IReadOnlyList<Amazon.EC2.Model.SecurityGroup>> SecurityGroupsAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        List<string> all = [.. ids.Distinct(StringComparer.Ordinal)];
        return all.Count == 0 ? [] : (await AwsCalls.CallAsync("ec2:DescribeSecurityGroups", ec2.DescribeSecurityGroupsAsync(new() { GroupIds = all }, cancellationToken)).ConfigureAwait(false)).SecurityGroups ?? [];
    }

    // Nothing else depends on it: who may not look learns so by a note.
    private async Task<bool?> IsScaledAsync(ServiceReference reference, CancellationToken cancellationToken)
    {
        try
        {
            return await scaling.FindAsync(reference, withMemory: false, cancellationToken).ConfigureAwait(false) is not null;
        }
        catch (AwsCallException exception) when (NotChecked.IsDenied(exception))
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> AlarmsAsync(string balancerArn, CancellationToken cancellationToken)
    {
        var (names, token) = (new List<string>(), (string?)null);
        do
        {
            var request = new DescribeAlarmsRequest { AlarmTypes = [AlarmType.MetricAlarm], NextToken = token };
            var page = await AwsCalls.CallAsync("cloudwatch:DescribeAlarms", cloudWatch.DescribeAlarmsAsync(request, cancellationToken)).ConfigureAwait(false);
            names.AddRange((page.MetricAlarms ?? []).Where(alarm => alarm.Dimensions?.Exists(one => balancerArn.EndsWith($":loadbalancer/{one.Value}", StringComparison.Ordinal)) is true).Select(alarm => alarm.AlarmName));
            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));

        return names;
    }
}
