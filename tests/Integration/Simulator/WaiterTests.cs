using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>botocore's waiters against the simulator.</summary>
public sealed class WaiterTests
{
    [Fact]
    public async Task EveryWaiter_ByBoto3_EndsWell()
    {
        var cancellation = TestContext.Current.CancellationToken;

        // A task's network interface is available for as long as the task is provisioned: here one and a half real seconds.
        var timings = new SimulatorTimings { TaskProvisioning = TimeSpan.FromMinutes(15) };
        await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 600, Timings = timings });
        var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);

        var output = await PythonScript.RunFileAsync("waiters.py", endpoint, cancellation, [.. AwsApi.Models.Keys.Order(StringComparer.Ordinal)]);

        output.Should().MatchRegex(@"^waiters: \d+ of \d+ ended; exempt: ");
    }
}
