using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>The seed's environment made from nothing by clients of others, with a real page behind a real port.</summary>
public sealed class SeedFromNothingTests
{
    private const string Images = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/labo-terraform-admin:";

    [Fact]
    public async Task Environment_ByBoto3_DeploysAndRollsBack()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var simulator = Simulator();
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);
        var (production, test) = FreePorts();

        var output = await PythonScript.RunFileAsync("seed_environment.py", endpoint, cancellation, production, test);

        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().SatisfyRespectively(
            line => line.Should().StartWith("seed: v2 Succeeded, weights ").And.Contain("100/0 → 90/10 → 0/100"),
            line => line.Should().StartWith("seed: broken Failed (TIMEOUT), rolled back, v2 serves"),
            line => line.Should().Be("seed: v1 Stopped at 10 %, rolled back, v2 serves"));
    }

    internal static AwsSimulator Simulator()
    {
        var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 600, RealTraffic = true, KeepListenerPorts = true });
        simulator.Images[Images + "broken"].FailsHealthChecks();
        return simulator;
    }

    internal static (string Production, string Test) FreePorts()
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        one.Start();
        other.Start();
        return (PortOf(one), PortOf(other));

        static string PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
