using System.Globalization;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>Whether the account may have one more of something. Mirrors <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeAccountLimits.html">DescribeAccountLimits</see>.</summary>
internal static class BalancerQuotas
{
    private const int Page = 400;

    /// <summary>Why no load balancer could be made; nothing when one could.</summary>
    public static async Task<string?> OfLoadBalancersAsync(IAmazonElasticLoadBalancingV2 balancing, CancellationToken cancellationToken)
    {
        var (used, marker) = (0, (string?)null);
        do
        {
            var response = await AwsCalls.CallAsync("elasticloadbalancing:DescribeLoadBalancers", balancing.DescribeLoadBalancersAsync(new() { Marker = marker, PageSize = Page }, cancellationToken)).ConfigureAwait(false);
            used += response.LoadBalancers?.Count(one => one.Type == LoadBalancerTypeEnum.Application) ?? 0;
            marker = response.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));

        return await CompareAsync(balancing, "application-load-balancers", "Application Load Balancers", used, added: 1, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Why no two target groups could be made; nothing when they could.</summary>
    public static async Task<string?> OfTargetGroupsAsync(IAmazonElasticLoadBalancingV2 balancing, CancellationToken cancellationToken)
    {
        var (used, marker) = (0, (string?)null);
        do
        {
            var response = await AwsCalls.CallAsync("elasticloadbalancing:DescribeTargetGroups", balancing.DescribeTargetGroupsAsync(new() { Marker = marker, PageSize = Page }, cancellationToken)).ConfigureAwait(false);
            used += response.TargetGroups?.Count ?? 0;
            marker = response.NextMarker;
        }
        while (!string.IsNullOrEmpty(marker));

        return await CompareAsync(balancing, "target-groups", "target groups", used, added: 2, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string?> CompareAsync(IAmazonElasticLoadBalancingV2 balancing, string name, string what, int used, int added, CancellationToken cancellationToken)
    {
        var response = await AwsCalls.CallAsync("elasticloadbalancing:DescribeAccountLimits", balancing.DescribeAccountLimitsAsync(new DescribeAccountLimitsRequest { PageSize = Page }, cancellationToken)).ConfigureAwait(false);
        return int.TryParse(response.Limits?.Find(limit => limit.Name == name)?.Max, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && used + added > most
            ? FormattableString.Invariant($"The region has {used} of {most} {what}. Ask AWS for a higher quota, or remove some.")
            : null;
    }
}
