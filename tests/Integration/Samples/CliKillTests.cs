using System.Globalization;

namespace BlueGreen.Ecs.Tests.Integration.Samples;

/// <summary>The command line tool is killed while it deploys, in real time, with real requests; run again, it goes on.</summary>
public sealed class CliKillTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deploy_KilledWhileShifting_IsGoneOnWithAndFailsNoRequest()
    {
        await using var bench = await CliBench.StartAsync(timeScale: 60, hasRealTraffic: true);
        await using var visitors = new Visitors(bench.Seed.ProductionAddress!);

        await using var first = bench.Deploy("AllowTraffic began", more: ["--shift", "Canary10Percent5Minutes"]);
        await first.SeenAsync(Token);
        await first.KillAsync(Token);
        await using var second = bench.Deploy(more: ["--shift", "Canary10Percent5Minutes", "--attach"]);
        var exitCode = await second.EndAsync(Token);

        exitCode.Should().Be(0, string.Join('\n', second.Errors));
        second.Output.Should().ContainMatch("attached to d-*, which is running already");
        var (versions, failed) = await visitors.EndAsync();
        failed.Should().BeEmpty();
        versions.Keys.Should().BeEquivalentTo("v1", "v2");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"killed at '{first.Output[^1].Trim()}', attached, exit code {exitCode}; requests: {versions.Values.Sum()}, failed: {failed.Count}, v1: {versions["v1"]}, v2: {versions["v2"]}"));
    }
}
