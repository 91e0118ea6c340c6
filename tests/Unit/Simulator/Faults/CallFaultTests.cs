using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Faults;

public sealed class CallFaultTests
{
    [Fact]
    public async Task LoseReply_OfCreateDeployment_DeploysAndBreaksTheConnection()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Faults.On("codedeploy:CreateDeployment").Call(1).LoseReply();

        world.Invoking(one => one.Deploy()).Should().Throw<HttpRequestException>().WithInnerException<IOException>();

        world.Invoking(one => one.Deploy()).Should().Throw<AwsErrorException>().Which.Code.Should().Be("DeploymentLimitExceededException", "the first one has its effect");
        world.Simulator.History.Select(one => one.ToString()).Should().Contain(line => line.EndsWith("fault codedeploy.CreateDeployment: call 1: performed, and its reply lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fail_OfCreateDeployment_HasNoEffect()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Faults.On("codedeploy:CreateDeployment").Call(1).Fail(503);

        var failed = world.Invoking(one => one.Deploy()).Should().Throw<AwsErrorException>().Which;

        (failed.Code, (int)failed.Status).Should().Be(("ServiceUnavailable", 503));
        world.Finish(world.Deploy())["status"]!.GetValue<string>().Should().Be("Succeeded");
    }

    [Fact]
    public void Turns_OfEveryKind_MeetTheCallsTheyName()
    {
        Failing(calls => calls.Call(2).Fail(500)).Should().Equal(2);
        Failing(calls => calls.Every(3).Fail(500)).Should().Equal(3, 6, 9);
        Failing(calls => calls.After(7).Fail(500)).Should().Equal(8, 9, 10);
        Failing(calls => calls.After(2).Every(4).Fail(500)).Should().Equal(6, 10);
        Failing(calls => calls.After(2).Call(1).Fail(500)).Should().Equal(3);
        Failing(calls => calls.Call(1).Fail(500).Call(4).Throttle()).Should().Equal(1, 4);

        static List<int> Failing(Action<FaultyCalls> say)
        {
            using var disposal = new Disposal(new AwsSimulator());
            say(disposal.Aws.Faults.On("ecs:List*"));
            return [.. Enumerable.Range(1, 10).Where(_ => Fails(disposal.Aws))];
        }
    }

    [Theory]
    [InlineData("ecs:ListClusters", "ecs", "ListClusters", "ThrottlingException")]
    [InlineData("elasticloadbalancing:DescribeLoadBalancers", "elbv2", "DescribeLoadBalancers", "ThrottlingException")]
    [InlineData("iam:*", "iam", "GetRole", "Throttling")]
    [InlineData("*", "sts", "GetCallerIdentity", "Throttling")]
    public async Task Throttle_OfAService_TellsItsOwnCode(string call, string service, string operation, string code)
    {
        await using var aws = new AwsSimulator();
        aws.Faults.On(call).Throttle();

        var refused = aws.Invoking(one => one.Call($"{service}.{operation}")).Should().Throw<AwsErrorException>().Which;

        (refused.Code, refused.Message, (int)refused.Status).Should().Be((code, "Rate exceeded", 400));
    }

    [Fact]
    public async Task Fail_WithACode_AnswersItOnTheWire()
    {
        await using var aws = new AwsSimulator();
        aws.Faults.On("ecr:DescribeRepositories").Fail("AccessDeniedException", "User is not authorized", 403);

        var (status, body, _) = await aws.PostJsonAsync("AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", "{}");

        status.Should().Be(403);
        body["__type"]!.GetValue<string>().Should().Be("AccessDeniedException");
    }

    [Fact]
    public async Task Slow_InVirtualTime_AnswersLater()
    {
        await using var aws = new AwsSimulator();
        aws.Faults.On("ecr:DescribeRepositories").Slow(TimeSpan.FromSeconds(30));
        var began = aws.Clock.GetUtcNow();

        var (status, _, _) = await aws.Clock.DriveAsync(aws.PostJsonAsync("AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", "{}"));

        status.Should().Be(200);
        (aws.Clock.GetUtcNow() - began).Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task TimeOut_InMemory_GivesUpAndHasNoEffect()
    {
        await using var aws = new AwsSimulator();
        aws.Faults.On("ecr:CreateRepository").Call(1).TimeOut();
        var began = aws.Clock.GetUtcNow();

        var call = () => aws.Clock.DriveAsync(aws.PostJsonAsync("AmazonEC2ContainerRegistry_V20150921.CreateRepository", """{"repositoryName":"web"}"""));

        (await call.Should().ThrowAsync<TaskCanceledException>()).WithInnerException<TimeoutException>();
        (aws.Clock.GetUtcNow() - began).Should().Be(TimeSpan.FromSeconds(100));
        (await call()).Status.Should().Be(200, "the first call did not make the repository");
    }

    [Fact]
    public async Task LoseReply_InMemory_BreaksTheConnection()
    {
        await using var aws = new AwsSimulator();
        aws.Faults.On("ecr:CreateRepository").LoseReply();

        var call = () => aws.PostJsonAsync("AmazonEC2ContainerRegistry_V20150921.CreateRepository", """{"repositoryName":"web"}""");

        (await call.Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        aws.Faults.Clear();
        (await call()).Body["__type"]!.GetValue<string>().Should().Be("RepositoryAlreadyExistsException");
    }

    [Theory]
    [InlineData("ecs", "'ecs' does not name a call. Write service:Operation*")]
    [InlineData("sqs:SendMessage", "There is no service 'sqs'*")]
    [InlineData("ecs:Destroy", "The simulator's ecs has no operation 'Destroy'*")]
    public async Task On_WhatIsNoCall_IsRefused(string call, string message)
    {
        await using var aws = new AwsSimulator();

        aws.Invoking(one => one.Faults.On(call)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    private static bool Fails(AwsSimulator aws)
    {
        try
        {
            aws.Call("ecs.ListClusters");
            return false;
        }
        catch (AwsErrorException)
        {
            return true;
        }
    }

    private sealed class Disposal(AwsSimulator aws) : IDisposable
    {
        public AwsSimulator Aws => aws;

        public void Dispose() => aws.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
