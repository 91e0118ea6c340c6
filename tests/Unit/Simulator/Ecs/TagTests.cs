using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

public sealed class TagTests
{
    [Fact]
    public async Task TagAndUntag_Cluster_KeepsWhatIsLeft()
    {
        await using var bench = await Deploying.TestBench.CreateAsync();
        var cancellationToken = TestContext.Current.CancellationToken;
        var arn = (await bench.Ecs.ListClustersAsync(new(), cancellationToken)).ClusterArns.Should().ContainSingle().Which;

        await bench.Ecs.TagResourceAsync(new() { ResourceArn = arn, Tags = [new() { Key = "team", Value = "a" }, new() { Key = "stage", Value = "live" }] }, cancellationToken);
        await bench.Ecs.TagResourceAsync(new() { ResourceArn = arn, Tags = [new() { Key = "team", Value = "b" }] }, cancellationToken);
        await bench.Ecs.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = ["stage"] }, cancellationToken);

        var left = (await bench.Ecs.ListTagsForResourceAsync(new() { ResourceArn = arn }, cancellationToken)).Tags.Should().ContainSingle().Which;
        (left.Key, left.Value).Should().Be(("team", "b"));
    }
}
