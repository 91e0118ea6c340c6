namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

/// <summary>The way back to the last version that ECS really deployed.</summary>
public sealed class LastGoodTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RollBack_AfterAFailedDeployment_GoesToTheLastThatWasDeployed()
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Images[bench.Service.Image + "v3"].RespondsIn(TimeSpan.Zero);
        (await bench.RunAsync(bench.Service.Deploy("v2"))).Result.EnsureSucceeded();
        bench.Simulator.Images[bench.Service.Image + "broken"].FailsHealthChecks();
        (await bench.RunAsync(bench.Service.Deploy("broken"))).Result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        (await bench.RunAsync(bench.Service.Deploy("v3"))).Result.EnsureSucceeded();

        var plan = await bench.Deployer.PlanRollBackAsync(bench.Service.Reference, CancellationToken);
        var result = await bench.Simulator.Clock.DriveAsync(bench.Deployer.ExecuteAsync(plan, cancellationToken: CancellationToken));

        plan.TaskDefinition.ContainerDefinitions[0].Image.Should().EndWith(":v2");
        result.EnsureSucceeded();
        bench.Ask().Should().ContainKey("v2").And.HaveCount(1);
    }
}
