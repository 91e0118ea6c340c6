using System.Globalization;
using System.Text.RegularExpressions;

namespace BlueGreen.Ecs.Tests.Integration.Samples;

public sealed partial class QuickstartTests
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
    [InlineData("alarm", "cause: One or more alarms have been activated*<latency-high>*")]
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

    private static (int Requests, int Failed, int V1, int V2) Count(IEnumerable<string> output, string prefix)
    {
        var match = output.Where(line => line.StartsWith(prefix + "requests: ", StringComparison.Ordinal)).Select(line => Counts().Match(line)).Single();
        return (Number(1), Number(2), Number(3), Number(4));

        int Number(int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"requests: (\d+), failed: (\d+), v1: (\d+), v2: (\d+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counts();
}
