using Amazon.ECS;
using Amazon.ECS.Model;
using BlueGreen.Ecs.Planning;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Task = System.Threading.Tasks.Task;

namespace BlueGreen.Ecs.Tests.Unit.Planning;

public sealed class ServiceFinderTests
{
    private readonly IAmazonECS _ecs = Substitute.For<IAmazonECS>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_AnActiveService_TakesTheServingTaskSet()
    {
        Answer(new Service
        {
            ServiceArn = "arn:aws:ecs:eu-west-1:123456789012:service/web/shop",
            Status = "ACTIVE",
            DeploymentController = new() { Type = DeploymentControllerType.CODE_DEPLOY },
            DesiredCount = 3,
            TaskSets =
            [
                new() { Status = "ACTIVE", TaskDefinition = "old" },
                new() { Status = "PRIMARY", TaskDefinition = "new", LoadBalancers = [new() { ContainerName = "web", ContainerPort = 80, TargetGroupArn = "tg" }] },
            ],
        });

        var service = await new ServiceFinder(_ecs).FindAsync(ServiceReference.Parse("arn:aws:ecs:eu-west-1:123456789012:service/web/shop"), Token);

        (service.DeploymentController, service.DesiredCount, service.TaskDefinitionArn).Should().Be(("CODE_DEPLOY", 3, "new"));
        (service.ContainerName, service.ContainerPort, service.TargetGroupArn).Should().Be(("web", 80, "tg"));
    }

    [Fact]
    public async Task Find_AServiceWithTaskSets_TakesNetworkAndCapacityOfTheServingOne()
    {
        Answer(new Service
        {
            ServiceArn = "arn:aws:ecs:eu-west-1:123456789012:service/web/shop",
            Status = "ACTIVE",
            PlatformVersion = "LATEST",
            CapacityProviderStrategy = [new() { CapacityProvider = "FARGATE", Weight = 1 }],
            TaskSets =
            [
                new()
                {
                    Status = "PRIMARY",
                    PlatformVersion = "1.4.0",
                    NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = ["s"], SecurityGroups = ["g"], AssignPublicIp = AssignPublicIp.ENABLED } },
                    CapacityProviderStrategy = [new() { CapacityProvider = "FARGATE_SPOT", Weight = 2, Base = 1 }],
                },
            ],
        });

        var service = await new ServiceFinder(_ecs).FindAsync(ServiceReference.Parse("web/shop"), Token);

        service.Network.Should().Be(new AwsvpcConfiguration { Subnets = ["s"], SecurityGroups = ["g"], AssignPublicIp = true });
        service.PlatformVersion.Should().Be("1.4.0");
        service.CapacityProviderStrategy.Should().Equal(new CapacityProviderStrategyItem("FARGATE_SPOT", 2, 1));
    }

    [Fact]
    public async Task Find_AServiceWithoutTaskSets_TakesItsOwnNetwork()
    {
        Answer(new Service
        {
            ServiceArn = "arn:aws:ecs:eu-west-1:123456789012:service/web/shop",
            Status = "ACTIVE",
            NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = ["s"] } },
        });

        var service = await new ServiceFinder(_ecs).FindAsync(ServiceReference.Parse("web/shop"), Token);

        (service.Network, service.PlatformVersion, service.CapacityProviderStrategy.Count).Should().Be((new AwsvpcConfiguration { Subnets = ["s"] }, null, 0));
    }

    [Fact]
    public async Task Find_AnArnOfAnotherRegion_IsRefused()
    {
        Answer(new Service { ServiceArn = "arn:aws:ecs:us-east-1:123456789012:service/web/shop", Status = "ACTIVE" });

        await Find("arn:aws:ecs:eu-west-1:123456789012:service/web/shop").Should().ThrowAsync<ServiceNotFoundException>().WithMessage("web/shop*eu-west-1*us-east-1*");
    }

    [Fact]
    public async Task Find_NoService_SaysSo()
    {
        Answer();

        await Find("web/shop").Should().ThrowAsync<ServiceNotFoundException>().WithMessage("web/shop*no service of that name*region*");
    }

    [Fact]
    public async Task Find_TheClientTimesOut_IsAFailedCallAndNoCancellation()
    {
        _ecs.DescribeServicesAsync(Arg.Any<DescribeServicesRequest>(), Token).ThrowsAsync(new TaskCanceledException("no answer", new TimeoutException()));

        (await Find("web/shop").Should().ThrowAsync<AwsCallException>()).Which.Operation.Should().Be("ecs:DescribeServices");
    }

    [Fact]
    public async Task Find_AServiceOnItsWayOut_SaysItsStatus()
    {
        Answer(new Service { Status = "DRAINING" });

        await Find("web/shop").Should().ThrowAsync<ServiceNotFoundException>().WithMessage("*DRAINING*ACTIVE*");
    }

    [Fact]
    public async Task Find_NoCluster_SaysSo()
    {
        _ecs.DescribeServicesAsync(Arg.Any<DescribeServicesRequest>(), Arg.Any<CancellationToken>()).ThrowsAsync(new ClusterNotFoundException("Cluster not found."));

        await Find("web/shop").Should().ThrowAsync<ServiceNotFoundException>().WithMessage("*no cluster of that name*");
    }

    [Fact]
    public async Task Find_Refused_NamesTheActionThatIsNeeded()
    {
        _ecs.DescribeServicesAsync(Arg.Any<DescribeServicesRequest>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new AmazonECSException("No permission.") { ErrorCode = "AccessDeniedException", RequestId = "r-1" });

        var exception = (await Find("web/shop").Should().ThrowAsync<AwsCallException>()).Which;

        (exception.Operation, exception.ErrorCode, exception.RequestId).Should().Be(("ecs:DescribeServices", "AccessDeniedException", "r-1"));
    }

    private void Answer(params List<Service> services) =>
        _ecs.DescribeServicesAsync(Arg.Is<DescribeServicesRequest>(request => request.Cluster == "web" && request.Services.Single() == "shop"), Arg.Any<CancellationToken>())
            .Returns(new DescribeServicesResponse { Services = services });

    private Func<Task<LiveService>> Find(string service) => () => new ServiceFinder(_ecs).FindAsync(ServiceReference.Parse(service), Token);
}
