namespace BlueGreen.Ecs.Tests.Unit.Deploying.Groups;

/// <summary>Members on different engines go back together.</summary>
public sealed class GroupEngineTests
{
    [Theory]
    [InlineData("labo-terraform-admin", "native", "a")]
    [InlineData("a", "labo-terraform-admin", "native")]
    [InlineData("native", "a", "labo-terraform-admin")]
    public async Task LastOneFails_TheOthersBringBackWhatRanBefore(string first, string second, string last)
    {
        await using var bench = await GroupBench.CreateMixedAsync();
        var group = Deployment.Group(Deploy(bench, first).Build(), Deploy(bench, second).Build(), Deploy(bench, last, isBroken: true).Build());

        var (result, _) = await bench.RunAsync(group);

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack, result.ToString());
        result.Members.Take(2).Should().OnlyContain(member => member.Deployment!.Outcome == DeploymentOutcome.Succeeded && member.RollBack!.TaskDefinitionArn.EndsWith(":1"));
        bench.EndedAs("v1", first, second, last);
    }

    [Fact]
    public async Task InParallel_OneIsRefusedBehindAStep_AllGoBack()
    {
        await using var bench = await GroupBench.CreateMixedAsync();
        string[] names = ["labo-terraform-admin", "native", "a"];
        var group = Deployment.Group(
            Deploy(bench, "labo-terraform-admin").Build(),
            Deploy(bench, "native").Build(),
            Deploy(bench, "a").Gate(Stage.ProductionTraffic, (_, _) => Task.FromResult(GateVerdict.RollBack("Too slow."))).Build()).InParallel();

        var (result, events) = await bench.RunAsync(group);

        (result.Outcome, result.Reason).Should().Be((DeploymentOutcome.RolledBack, "web/a: Too slow."));
        events.Where(e => e.Event.Message == "it goes back with the others: web/a: Too slow.").Select(e => e.Service.Name).Should().BeEquivalentTo("labo-terraform-admin", "native");
        bench.EndedAs("v1", names);
    }

    // The group of the seed's service waits for a gate.
    private static DeploymentBuilder Deploy(GroupBench bench, string name, bool isBroken = false)
    {
        var deployment = isBroken ? bench.DeployBroken(name) : GroupBench.Deploy(name);
        return name == "labo-terraform-admin" ? deployment.Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.Continue)) : deployment;
    }
}
