namespace BlueGreen.Ecs.Tests.Unit.Deploying.TaskSets;

/// <summary>What the new version's task set tells people, and the next way back.</summary>
public sealed class TaskSetTagTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deploy_DescriptionAndOrigin_StandInTheTags()
    {
        await using var bench = await ExternalBench.CreateAsync();
        var before = (await bench.SetsAsync())[0].TaskDefinition;

        await bench.RunAsync(ExternalBench.Deploy().WithDescription("Cheaper, (really)").StartedBy("ci/42", "1a2b3c4"));

        var tags = (await bench.SetsAsync()).Single(set => set.Status == "PRIMARY").Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
        tags["bluegreen:description"].Should().Be("Cheaper=2C =28really=29");
        tags["bluegreen:by"].Should().Be("ci/42");
        tags["bluegreen:commit"].Should().Be("1a2b3c4");
        tags["bluegreen:before"].Should().Be(before);
    }

    [Fact]
    public async Task RollBack_TheSameWasDeployedTwice_GoesBackOverBoth()
    {
        await using var bench = await ExternalBench.CreateAsync();
        var before = (await bench.SetsAsync())[0].TaskDefinition;
        await bench.RunAsync(ExternalBench.Deploy());
        await bench.RunAsync(ExternalBench.Deploy());

        var plan = await bench.Deployer.PlanRollBackAsync(ExternalBench.Service, Token);

        plan.EqualRevisionArn.Should().Be(before);
    }

    [Fact]
    public async Task RollBack_NothingWasDeployed_SaysSo()
    {
        await using var bench = await ExternalBench.CreateAsync();

        await bench.Deployer.Awaiting(deployer => deployer.PlanRollBackAsync(ExternalBench.Service, Token)).Should().ThrowAsync<NoEarlierVersionException>();
    }
}
