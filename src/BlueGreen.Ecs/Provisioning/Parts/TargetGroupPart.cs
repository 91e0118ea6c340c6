using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>One of the two target groups.</summary>
internal sealed class TargetGroupPart(BlueGreenEnvironment environment, string name, IAmazonElasticLoadBalancingV2 balancing) : EnvironmentPart(environment, ResourceKind.TargetGroup, name)
{
    // Elastic Load Balancing's time-out for HTTP; that of a health check must be shorter than its interval.
    private const int UsualTimeout = 6;

    public override IReadOnlyList<string> DependsOn => [PartIds.Network(Environment), PartIds.LoadBalancer(Environment)];

    private EnvironmentTargetGroups Wanted => Environment.TargetGroups;

    private int Interval => (int)Wanted.HealthCheckInterval.TotalSeconds;

    private TargetTypeEnum Type => Environment.TaskDefinition.NetworkMode == NetworkMode.Awsvpc ? TargetTypeEnum.Ip : TargetTypeEnum.Instance;

    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new DescribeTargetGroupsRequest { Names = [Name] };
        var response = await PartCalls.FindAsync("elasticloadbalancing:DescribeTargetGroups", balancing.DescribeTargetGroupsAsync(request, cancellationToken), "TargetGroupNotFound").ConfigureAwait(false);
        return response?.TargetGroups?.FirstOrDefault() is { } found ? await BalancerTags.ReadAsync(balancing, found.TargetGroupArn, found, cancellationToken).ConfigureAwait(false) : null;
    }

    // One of the two asks for both.
    public override async Task<string?> FindObstacleAsync(KnownParts known, CancellationToken cancellationToken) =>
        Name == Wanted.Blue ? await BalancerQuotas.OfTargetGroupsAsync(balancing, cancellationToken).ConfigureAwait(false) : null;

    public override IEnumerable<Difference> Compare(FoundPart found, KnownParts known)
    {
        var group = found.As<TargetGroup>();
        if (known.Find<NetworkFound>(PartIds.Network(Environment)) is { VpcIds.Count: 1 } network && group.VpcId != network.VpcId)
        {
            yield return new($"It is in {group.VpcId}, the tasks are in {network.VpcId}; a target group's VPC cannot be changed.", IsForGood: true);
        }

        if (group.Protocol?.Value != Wanted.Protocol || group.TargetType != Type)
        {
            yield return new($"It is for {group.Protocol} to targets of the type {group.TargetType}, and not for {Wanted.Protocol} to the type {Type}; that cannot be changed.", IsForGood: true);
        }

        if (group.LoadBalancerArns?.Find(arn => arn != known.Find(PartIds.LoadBalancer(Environment))?.Arn) is { } other)
        {
            yield return new("It is behind another load balancer; a target group can be behind one only.", IsForGood: true, other);
        }

        if (group.HealthCheckPath != Wanted.HealthCheckPath || group.HealthCheckIntervalSeconds != Interval || group.Matcher?.HttpCode != Wanted.HealthyCodes)
        {
            yield return new("Its health check is another.");
        }
    }

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateTargetGroupRequest
        {
            Name = Name,
            Protocol = Wanted.Protocol,
            Port = Environment.Service.ContainerPort,
            VpcId = known.Get(PartIds.Network(Environment)).As<NetworkFound>().VpcId,
            TargetType = Type,
            HealthCheckPath = Wanted.HealthCheckPath,
            HealthCheckIntervalSeconds = Interval,
            HealthCheckTimeoutSeconds = TimeoutOf(Wanted),
            Matcher = new() { HttpCode = Wanted.HealthyCodes },
            Tags = BalancerTags.Of(Environment),
        };
        await AwsCalls.CallAsync("elasticloadbalancing:CreateTargetGroup", balancing.CreateTargetGroupAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task UpdateAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken)
    {
        var request = new ModifyTargetGroupRequest
        {
            TargetGroupArn = found.Arn,
            HealthCheckPath = Wanted.HealthCheckPath,
            HealthCheckIntervalSeconds = Interval,
            HealthCheckTimeoutSeconds = TimeoutOf(Wanted),
            Matcher = new() { HttpCode = Wanted.HealthyCodes },
        };
        await AwsCalls.CallAsync("elasticloadbalancing:ModifyTargetGroup", balancing.ModifyTargetGroupAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("elasticloadbalancing:DeleteTargetGroup", balancing.DeleteTargetGroupAsync(new() { TargetGroupArn = found.Arn }, cancellationToken)).ConfigureAwait(false);

    /// <summary>The time-out of health checks, in seconds, where it is not the usual one.</summary>
    public static int? TimeoutOf(EnvironmentTargetGroups groups) => groups.HealthCheckInterval.TotalSeconds is var interval and <= UsualTimeout ? (int)interval - 1 : null;
}
