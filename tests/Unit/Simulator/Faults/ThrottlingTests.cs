using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Faults;

public sealed class ThrottlingTests
{
    [Fact]
    public async Task Off_ByDefault_LetsAllCallsPass()
    {
        await using var aws = new AwsSimulator();

        Passed(aws, "ecs.CreateCluster", 1000).Should().Be(1000);
    }

    [Theory]
    [InlineData("ecs.CreateCluster", 20, 1)]
    [InlineData("ecs.DescribeServices", 100, 20)]
    [InlineData("elbv2.DescribeLoadBalancers", 200, 50)]
    [InlineData("elbv2.CreateTargetGroup", 20, 3)]
    [InlineData("ecr.PutImage", 10, 10)]
    public async Task On_Calls_PassAsThePublishedBucketHasThem(string call, int burst, int perSecond)
    {
        await using var aws = new AwsSimulator(new AwsSimulatorOptions { Throttling = true });

        Passed(aws, call, 1000).Should().Be(burst);
        aws.Clock.Advance(TimeSpan.FromSeconds(1));
        Passed(aws, call, 1000).Should().Be(perSecond);
        aws.Clock.Advance(TimeSpan.FromHours(1));
        Passed(aws, call, 1000).Should().Be(burst, "a bucket is never more than full");
    }

    [Fact]
    public async Task On_EachRegionAndFamily_HasItsOwnBucket()
    {
        await using var aws = new AwsSimulator(new AwsSimulatorOptions { Throttling = true });
        Passed(aws, "ecs.CreateCluster", 100).Should().Be(20);

        Passed(aws, "ecs.DeleteCluster", 1).Should().Be(0, "it is of the same family");
        Passed(aws, "ecs.ListClusters", 1).Should().Be(1);
        aws.Invoking(one => one.Invoke("ecs", "CreateCluster", new JsonObject(), "us-west-2")).Should().NotThrow();
    }

    [Fact]
    public async Task On_ElasticLoadBalancing_SharesTheAccountsBucket()
    {
        await using var aws = new AwsSimulator(new AwsSimulatorOptions { Throttling = true });

        (Passed(aws, "elbv2.CreateRule", 100) + Passed(aws, "elbv2.RegisterTargets", 100) + Passed(aws, "elbv2.SetSubnets", 100)).Should().Be(40);
    }

    // A call that is refused for another reason has passed the bucket.
    private static int Passed(AwsSimulator aws, string call, int calls) => Enumerable.Range(0, calls).Count(_ =>
    {
        try
        {
            aws.Call(call);
            return true;
        }
        catch (AwsErrorException e)
        {
            return e.Code != "ThrottlingException";
        }
    });
}
