using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The ECS cluster.</summary>
internal sealed class ClusterPart(BlueGreenEnvironment environment, IAmazonECS ecs) : EnvironmentPart(environment, ResourceKind.Cluster, environment.Cluster.Name)
{
    public override bool IsExisting => Environment.Cluster.IsExisting;

    // A cluster that was deleted is answered for a while, as INACTIVE.
    public override async Task<FoundPart?> ReadAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new DescribeClustersRequest { Clusters = [Name], Include = ["TAGS"] };
        var response = await AwsCalls.CallAsync("ecs:DescribeClusters", ecs.DescribeClustersAsync(request, cancellationToken)).ConfigureAwait(false);
        return response.Clusters?.Find(cluster => cluster.Status is not "INACTIVE") is { } found
            ? new(found.ClusterArn, EnvironmentTags.From(found.Tags, tag => tag.Key, tag => tag.Value), found)
            : null;
    }

    public override async Task CreateAsync(KnownParts known, CancellationToken cancellationToken)
    {
        var request = new CreateClusterRequest { ClusterName = Name, Tags = EnvironmentTags.To(Environment, (key, value) => new Aws.Tag { Key = key, Value = value }) };
        await AwsCalls.CallAsync("ecs:CreateCluster", ecs.CreateClusterAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    public override async Task DeleteAsync(FoundPart found, KnownParts known, CancellationToken cancellationToken) =>
        await AwsCalls.CallAsync("ecs:DeleteCluster", ecs.DeleteClusterAsync(new() { Cluster = Name }, cancellationToken)).ConfigureAwait(false);
}
