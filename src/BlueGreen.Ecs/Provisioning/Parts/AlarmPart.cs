using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using BlueGreen.Ecs.Planning;
using Aws = Amazon.CloudWatch.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>A CloudWatch alarm on the load balancer's traffic.</summary>
internal sealed class AlarmPart(BlueGreenEnvironment environment, EnvironmentAlarm alarm, IAmazonCloudWatch cloudWatch) : EnvironmentPart(environment, ResourceKind.Alarm, alarm.Name)
{
    /// <summary>The metrics of Application Load Balancers.</summary>
    public const string Namespace = "AWS/ApplicationELB";

    public override bool IsExisting => alarm.IsExisting;

    public override IReadOnlyList<string> DependsOn => IsExisting ? [] : [PartIds.LoadBalancer(Environment)];

    /// <summary>Whether a description can say what an alarm watches.</summary>
    public static bool IsExpressible(MetricAlarm alarm) =>
        alarm is { Namespace: Namespace, MetricName: not null, Statistic: not null, Dimensions: [{ Name: "LoadBalancer" }] } && alarm.ComparisonOperator == ComparisonOperator.GreaterThanThreshold;

    private int Seconds => (int)alarm.Period.TotalSeconds;

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new DescribeAlarmsRequest { AlarmNames = [Name], AlarmTypes = [AlarmType.MetricAlarm, AlarmType.CompositeAlarm] };
        var response = await AwsCalls.CallAsync("cloudwatch:DescribeAlarms", cloudWatch.DescribeAlarmsAsync(request, cancellationToken)).ConfigureAwait(false);
        var found = response.MetricAlarms?.FirstOrDefault() ?? new MetricAlarm { AlarmArn = response.CompositeAlarms?.FirstOrDefault()?.AlarmArn };
        if (found.AlarmArn is not { Length: > 0 } arn)
        {
            return null;
        }

        var tags = await PartCalls.FindAsync("cloudwatch:ListTagsForResource", cloudWatch.ListTagsForResourceAsync(new() { ResourceARN = arn }, cancellationToken), "ResourceNotFound").ConfigureAwait(false);
        return tags is null ? null : new(arn, EnvironmentTags.From(tags.Tags, tag => tag.Key, tag => tag.Value), found);
    }

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        var there = found.As<MetricAlarm>();
        return !IsExisting && (there.MetricName != alarm.Metric || there.Statistic?.Value != alarm.Statistic || there.Threshold != alarm.Threshold || there.Period != Seconds
            || there.EvaluationPeriods != alarm.Periods || there.Dimensions?.Exists(one => one.Value == Balancer(known)) is not true)
            ? [new("It watches something else.")]
            : [];
    }

    public override Task CreateAsync(KnownParts known, CancellationToken cancellationToken) =>
        PutAsync(known, EnvironmentTags.To(Environment, (key, value) => new Aws.Tag { Key = key, Value = value }), cancellationToken);

    public override Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) => PutAsync(known, tags: null, cancellationToken);

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("cloudwatch:DeleteAlarms", cloudWatch.DeleteAlarmsAsync(new() { AlarmNames = [Name] }, cancellationToken)).ConfigureAwait(false);

    // A metric names a load balancer by the end of its ARN: app/web/50dc6c495c0c9188.
    private string? Balancer(KnownParts known) => known.Find(PartIds.LoadBalancer(Environment))?.Arn.Split(":loadbalancer/")[^1];

    private async Task PutAsync(KnownParts known, List<Aws.Tag>? tags, CancellationToken cancellationToken)
    {
        var request = new PutMetricAlarmRequest
        {
            AlarmName = Name,
            Namespace = Namespace,
            MetricName = alarm.Metric,
            Dimensions = [new() { Name = "LoadBalancer", Value = Balancer(known) }],
            Statistic = alarm.Statistic,
            Period = Seconds,
            EvaluationPeriods = alarm.Periods,
            Threshold = alarm.Threshold,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
            TreatMissingData = "notBreaching",
            Tags = tags,
        };
        await AwsCalls.CallAsync("cloudwatch:PutMetricAlarm", cloudWatch.PutMetricAlarmAsync(request, cancellationToken)).ConfigureAwait(false);
    }
}
