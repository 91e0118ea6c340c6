using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Engines.EcsNative;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Watching;
using NSubstitute;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Watching;

public sealed class EngineReadsTests
{
    [Fact]
    public async Task Look_FiftyServiceDeploymentsOneUnknown_TakesThreeCallsAndFailsNoOther()
    {
        await using var simulator = new AwsSimulator();
        using var ecs = Substitute.For<IAmazonECS>();
        var calls = new List<int>();
        ecs.DescribeServiceDeploymentsAsync(Arg.Any<DescribeServiceDeploymentsRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            var asked = call.Arg<DescribeServiceDeploymentsRequest>().ServiceDeploymentArns;
            calls.Add(asked.Count);
            return new DescribeServiceDeploymentsResponse { ServiceDeployments = [.. asked.Where(arn => arn != "arn-7").Select(arn => new ServiceDeployment { ServiceDeploymentArn = arn })] };
        });
        var reader = new ServiceDeploymentReader(ecs, new ReadBudgets(simulator.Clock), simulator.Clock);

        var seen = await simulator.Clock.DriveAsync(Task.WhenAll(Enumerable.Range(0, 50).Select(i => reader.LookAsync($"arn-{i}", TestContext.Current.CancellationToken))));

        calls.Should().Equal(20, 20, 10);
        seen.Select(found => found?.ServiceDeploymentArn).Should().Equal(Enumerable.Range(0, 50).Select(i => i == 7 ? null : $"arn-{i}"));
    }
}
