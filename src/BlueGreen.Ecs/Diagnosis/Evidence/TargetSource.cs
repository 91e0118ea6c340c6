using System.Globalization;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using BlueGreen.Ecs.Diagnosis.Texts;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>The targets of the new version's target groups, and how they are checked.</summary>
internal sealed class TargetSource(IAmazonElasticLoadBalancingV2 balancing)
{
    private const int MostTargets = 100;

    public async Task<IReadOnlyList<TargetSeen>?> ReadAsync(IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        var isArn = groups.All(group => group.StartsWith("arn:", StringComparison.Ordinal));
        var request = isArn ? new DescribeTargetGroupsRequest { TargetGroupArns = [.. groups] } : new DescribeTargetGroupsRequest { Names = [.. groups.Select(TargetGroupArn.NameOf)] };
        var found = await AwsCalls.CallAsync("elasticloadbalancing:DescribeTargetGroups", balancing.DescribeTargetGroupsAsync(request, cancellationToken)).ConfigureAwait(false);
        var targets = new List<TargetSeen>();
        foreach (var group in found.TargetGroups ?? [])
        {
            var health = await AwsCalls.CallAsync("elasticloadbalancing:DescribeTargetHealth", balancing.DescribeTargetHealthAsync(new() { TargetGroupArn = group.TargetGroupArn }, cancellationToken)).ConfigureAwait(false);
            targets.AddRange((health.TargetHealthDescriptions ?? []).Take(MostTargets).Select(target => new TargetSeen(
                group.TargetGroupArn,
                string.Create(CultureInfo.InvariantCulture, $"{target.Target?.Id}:{target.Target?.Port}"),
                target.TargetHealth?.State?.Value ?? "unknown",
                target.TargetHealth?.Reason?.Value,
                OutsideText.Clean(target.TargetHealth?.Description),
                Check(group))));
        }

        return targets;
    }

    private static string Check(TargetGroup group) => string.Create(
        CultureInfo.InvariantCulture,
        $"{group.HealthCheckProtocol?.Value}{(group.HealthCheckPath is { Length: > 0 } path ? $" {path}" : string.Empty)} on {group.HealthCheckPort ?? "traffic-port"} within {group.HealthCheckTimeoutSeconds} s{Wanted(group)}");

    private static string Wanted(TargetGroup group) =>
        (group.Matcher?.HttpCode ?? group.Matcher?.GrpcCode) is { Length: > 0 } code ? $", wants {code}" : string.Empty;
}
