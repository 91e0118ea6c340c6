using System.Globalization;

namespace BlueGreen.Ecs.Tests.Integration.Samples;

public sealed class QuickstartTests
{
    private const string Lifecycle = "lifecycle events: BeforeInstall, Install, AfterInstall, AllowTestTraffic, AfterAllowTestTraffic, BeforeAllowTraffic, AllowTraffic, AfterAllowTraffic";

    [Fact]
    public async Task Run_Version2_IsDeployedAndNoRequestFails()
    {
        await using var program = SampleProgram.Quickstart();

        var exitCode = await program.EndAsync(TestContext.Current.CancellationToken);

        exitCode.Should().Be(0, "it printed {0}", program.Errors);
        program.Output.Should().Contain(Lifecycle);
        var count = Count(program.Output, "");
        count.Requests.Should().BeGreaterThan(200);
        count.Failed.Should().Be(0);
        count.V1.Should().BePositive();
        count.V2.Should().BePositive();
    }

    [Theory]
    [InlineData("gate", "cause: The smoke test got 500 from /orders on the test listener.")]
    [InlineData("alarm", "cause: An alarm went off and ended the deployment: alarm latency-high is ALARM*")]
    public async Task Run_Fail_TellsTheCauseAndEndsOnVersion1(string what, string cause)
    {
        await using var program = SampleProgram.Quickstart("--fail", what);

        var exitCode = await program.EndAsync(TestContext.Current.CancellationToken);

        exitCode.Should().Be(3, "it printed {0}", program.Errors);
        program.Output.Should().ContainMatch(cause);
        var (requests, failed, v1, v2) = Count(program.Output, "after the rollback: ");
        (failed, v1, v2).Should().Be((0, requests, 0));
    }

    [Fact]
    public async Task Run_UnknownFailure_TellsTheUsage()
    {
        await using var program = SampleProgram.Quickstart("--fail", "everything");

        var exitCode = await program.EndAsync(TestContext.Current.CancellationToken);

        exitCode.Should().Be(1);
        program.Errors.Should().Equal("usage: Quickstart [--fail container|health|alarm|gate]");
    }

    /// <summary>Reads a line such as <c>requests: 912, failed: 0, v1: 598, v2: 314</c>.</summary>
    private static (int Requests, int Failed, int V1, int V2) Count(IEnumerable<string> output, string prefix)
    {
        var line = output.Single(line => line.StartsWith(prefix + "requests: ", StringComparison.Ordinal))[prefix.Length..];
        var counts = line.Split(", ").Select(count => count.Split(": ")).ToList();
        counts.Select(count => count[0]).Should().Equal("requests", "failed", "v1", "v2");
        var numbers = counts.ConvertAll(count => int.Parse(count[1], CultureInfo.InvariantCulture));
        return (numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
