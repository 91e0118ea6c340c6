#pragma warning disable CA1050, IDE0005, MA0040, MA0047, SA1636, xUnit1051 // As a stranger would paste it from docs/simulator.md.
using BlueGreen.Ecs;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

public sealed class FirstTest
{
    [Fact]
    public async Task NewVersion_TakesOver()
    {
        await using var services = new ServiceCollection().AddSimulatedAws(options => options.Region = "ap-northeast-1").AddBlueGreenEcs().BuildServiceProvider();
        var aws = services.GetRequiredService<AwsSimulator>();
        var seed = await SeedEnvironment.CreateAsync(aws); // a service behind a load balancer, version 1 running
        var deployment = Deployment.For($"{seed.ClusterName}/{seed.ServiceName}")
            .WithTaskDef(running => running.WithContainer(seed.ServiceName, container => container.WithImage(seed.ImageV2)))
            .Shift(TrafficShift.Canary10Percent5Minutes).Build();
        var result = await aws.Clock.DriveAsync(services.GetRequiredService<IDeployer>().DeployAsync(deployment)); // minutes, at once
        Assert.Equal(DeploymentOutcome.Succeeded, result.Outcome);
        Assert.Equal("v2", aws.SendRequest(seed.ProductionListenerArn).Version);
    }
}
