using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace BlueGreen.Ecs.Tests.Integration.Samples;

public sealed class CliSimulateTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Simulate_AnyPort_TellsWhereAndAnswers()
    {
        await using var program = SampleProgram.Cli(aws: null, "endpoint", "simulate", "--port", "0");
        await program.SeenAsync(CancellationToken);

        using var ready = JsonDocument.Parse(program.Output.Should().ContainSingle().Which);
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(ready.RootElement.GetProperty("endpoint").GetString()!), CancellationToken);
        await program.InterruptAsync(CancellationToken);

        (await program.EndAsync(CancellationToken)).Should().Be(0);
        ((int)answer.StatusCode).Should().BeLessThan(500);
        ready.RootElement.EnumerateObject().Select(member => member.Name).Should().Equal("endpoint", "region", "account");
    }

    [Fact]
    public async Task Simulate_AsInAContainer_ListensOnAllAddressesAndOpensNoOtherPort()
    {
        await using var program = SampleProgram.Cli(
            aws: null, "endpoint", "simulate", "--host", "0.0.0.0", "--port", "0", "--virtual-traffic", "--seed-environment", "--time-scale", "10000");
        await program.SeenAsync(CancellationToken);

        using var ready = JsonDocument.Parse(program.Output.Should().ContainSingle().Which);
        var port = new Uri(ready.RootElement.GetProperty("endpoint").GetString()!).Port;
        using var client = new HttpClient();
        var other = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, CancellationToken)).Append(IPAddress.Loopback).First();
        var health = await client.GetStringAsync(new UriBuilder(Uri.UriSchemeHttp, other.ToString(), port, "/_localstack/health").Uri, CancellationToken);
        await program.InterruptAsync(CancellationToken);

        (await program.EndAsync(CancellationToken)).Should().Be(0);
        health.Should().Contain("\"ecs\":\"available\"").And.Contain("\"edition\":\"bluegreen\"");
        ready.RootElement.EnumerateObject().Select(member => member.Name).Should().Equal("endpoint", "region", "account");
    }

    [Theory]
    [InlineData("--host", "localhost")]
    [InlineData("--port", "65536")]
    [InlineData("--time-scale", "0.5")]
    [InlineData("--time-scale", "fast")]
    public async Task Simulate_WrongOption_SaysWhatIsAllowed(string option, string value)
    {
        await using var program = SampleProgram.Cli(aws: null, awaited: null, "simulate", option, value);

        (await program.EndAsync(CancellationToken)).Should().Be(1);
        program.Errors.Should().ContainMatch($"*{option}*");
    }
}
