using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Aws = Amazon.ElasticLoadBalancingV2.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>Tags of Elastic Load Balancing, which are asked for beside a resource.</summary>
internal static class BalancerTags
{
    /// <summary>What every resource gets.</summary>
    public static List<Aws.Tag> Of(BlueGreenEnvironment environment) => EnvironmentTags.To(environment, (key, value) => new Aws.Tag { Key = key, Value = value });

    /// <summary>A resource with its tags; nothing when it is gone meanwhile.</summary>
    public static async Task<FoundPart?> ReadAsync(IAmazonElasticLoadBalancingV2 balancing, string arn, object value, CancellationToken cancellationToken)
    {
        var request = new DescribeTagsRequest { ResourceArns = [arn] };
        var response = await PartCalls.FindAsync("elasticloadbalancing:DescribeTags", balancing.DescribeTagsAsync(request, cancellationToken), "LoadBalancerNotFound", "TargetGroupNotFound", "ListenerNotFound").ConfigureAwait(false);
        return response is null ? null : new(arn, EnvironmentTags.From(response.TagDescriptions?.FirstOrDefault()?.Tags, tag => tag.Key, tag => tag.Value), value);
    }
}
