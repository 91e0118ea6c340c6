namespace BlueGreen.Ecs.Tests.Unit.Deploying.EcsNative;

/// <summary>Calls that fail, or of which nobody knows. The clients of the bench do not retry, so that every fault reaches the engine.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task UpdateService_ReplyIsLost_DeploysOnce()
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Faults.On("ecs:UpdateService").Call(1).LoseReply();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        result.EnsureSucceeded();
        bench.Calls("UpdateService").Should().Be(2, "one is of the hand-over");
        (await ((NativeService)bench.Service).CountAsync(bench)).Should().Be(1);
        (await bench.CountRevisionsAsync()).Should().Be(2);
    }

    [Fact]
    public async Task UpdateService_ReplyIsLostForTheSameContent_DeploysOnce()
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Faults.On("ecs:UpdateService").Call(1).LoseReply();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy("v1"));

        result.EnsureSucceeded();
        (await ((NativeService)bench.Service).CountAsync(bench)).Should().Be(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task UpdateService_FailsOnAwsSide_IsAskedAgainAfterALook(int times)
    {
        await using var bench = await NativeService.CreateAsync();
        var calls = bench.Simulator.Faults.On("ecs:UpdateService");
        for (var i = 1; i <= times; i++)
        {
            calls.Call(i).Fail(500);
        }

        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        result.EnsureSucceeded();
        (await ((NativeService)bench.Service).CountAsync(bench)).Should().Be(1);
    }

    [Fact]
    public async Task UpdateService_NeverAnswers_IsGivenUpWithTheCause()
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Faults.On("ecs:UpdateService").Fail(503);

        var deploying = () => bench.RunAsync(bench.Service.Deploy());

        (await deploying.Should().ThrowAsync<AwsCallException>()).Which.Operation.Should().Be("ecs:UpdateService");
        (await ((NativeService)bench.Service).CountAsync(bench)).Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RegisterTaskDefinition_NoAnswer_RegistersOnce(bool hasItsEffect)
    {
        await using var bench = await NativeService.CreateAsync();
        var call = bench.Simulator.Faults.On("ecs:RegisterTaskDefinition").Call(1);
        _ = hasItsEffect ? call.LoseReply() : call.Fail(500);

        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        result.EnsureSucceeded();
        (await bench.CountRevisionsAsync()).Should().Be(2);
    }

    [Theory]
    [InlineData("AccessDeniedException")]
    [InlineData("InvalidParameterException")]
    [InlineData("ThrottlingException")]
    public async Task UpdateService_Refused_TakesTheRevisionBack(string code)
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Faults.On("ecs:UpdateService").Call(1).Fail(code, "no");

        var deploying = () => bench.RunAsync(bench.Service.Deploy());

        (await deploying.Should().ThrowAsync<AwsCallException>()).Which.ErrorCode.Should().Be(code);
        (await bench.CountRevisionsAsync()).Should().Be(1);
    }

    [Fact]
    public async Task ListServiceDeployments_FailsWhileTheDeploymentIsLookedFor_IsAskedAgain()
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Faults.On("ecs:ListServiceDeployments").After(3).Call(1).Throttle().After(3).Call(2).LoseReply();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy());

        result.EnsureSucceeded();
        (await ((NativeService)bench.Service).CountAsync(bench)).Should().Be(1);
    }

    [Theory]
    [InlineData("ecs:DescribeServiceDeployments")]
    [InlineData("ecs:ContinueServiceDeployment")]
    public async Task Deploy_ThrottledEverySecondCall_ComesThrough(string call)
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Faults.On(call).Every(2).Throttle();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy().Gate(Stage.TestTraffic, Go).Gate(Stage.ProductionTraffic, Go));

        result.EnsureSucceeded();
    }

    [Fact]
    public async Task ContinueServiceDeployment_ReplyIsLost_IsNoError()
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Faults.On("ecs:ContinueServiceDeployment").Every(2).LoseReply();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy().Gate(Stage.TestTraffic, Go).Gate(Stage.ProductionTraffic, Go));

        result.EnsureSucceeded();
    }

    [Fact]
    public async Task StopServiceDeployment_ReplyIsLost_RollsBackOnce()
    {
        await using var bench = await NativeService.CreateAsync();
        bench.Simulator.Faults.On("ecs:StopServiceDeployment").Call(1).LoseReply();

        var (result, _) = await bench.RunAsync(bench.Service.Deploy().Gate(Stage.TestTraffic, (_, _) => Task.FromResult(GateVerdict.RollBack("no"))));

        result.Outcome.Should().Be(DeploymentOutcome.RolledBack);
        bench.Ask().Should().ContainKey("v1").And.HaveCount(1);
    }

    private static Task<GateVerdict> Go(GateContext context, CancellationToken cancellationToken) => Task.FromResult(GateVerdict.Continue);
}
