namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>The way back to the last version that was really deployed.</summary>
public sealed class LastGoodTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RollBack_AfterAFailedDeploymentAndAnUnusedRevision_GoesToTheLastThatWasDeployed()
    {
        await using var bench = await TestBench.CreateAsync();
        bench.Simulator.Images[TestBench.Image + "v3"].RespondsIn(TimeSpan.Zero);
        await bench.RunAsync(TestBench.Deploy("v2"));
        bench.Simulator.Images[TestBench.Image + "broken"].FailsHealthChecks();
        (await bench.RunAsync(TestBench.Deploy("broken"))).Result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        await bench.RunAsync(TestBench.Deploy("v3"));
        var revisions = await bench.CountRevisionsAsync();

        var plan = await bench.Deployer.PlanRollBackAsync(TestBench.Service, CancellationToken);
        var result = await bench.Clock.DriveAsync(bench.Deployer.ExecuteAsync(plan, cancellationToken: CancellationToken));

        plan.TaskDefinition.ContainerDefinitions[0].Image.Should().EndWith(":v2");
        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        bench.Ask(10).Should().ContainKey("v2").And.HaveCount(1);
        (await bench.CountRevisionsAsync()).Should().Be(revisions, "the revision is there already");
    }

    [Fact]
    public async Task RollBack_NothingWasDeployed_SaysSo()
    {
        await using var bench = await TestBench.CreateAsync();

        await bench.Deployer.Awaiting(deployer => deployer.PlanRollBackAsync(TestBench.Service, CancellationToken))
            .Should().ThrowAsync<NoEarlierVersionException>().WithMessage("web/labo-terraform-admin: no deployment of another version*");
    }
}
