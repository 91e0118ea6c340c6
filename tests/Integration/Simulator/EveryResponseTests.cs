using System.Text.Json;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>botocore's models against the simulator's answers: every operation that is served is called, and every response compared.</summary>
public sealed class EveryResponseTests
{
    [Fact]
    public async Task EveryOperation_ByBoto3_AnswersWhatTheModelsSay()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("boto3-");
        try
        {
            await using var simulator = new AwsSimulator(new AwsSimulatorOptions { TimeScale = 1500, Timings = new SimulatorTimings { HookTimeout = TimeSpan.FromHours(10) } });
            var hook = Path.Combine(folder.FullName, "driven-hook.json");
            simulator.Functions["driven-hook"] = call =>
            {
                File.WriteAllText(hook, call.Payload.ToJsonString());
                return null;
            };
            var operations = Path.Combine(folder.FullName, "operations.json");
            var served = AwsApi.Models.ToDictionary(model => model.Key, model => model.Value.Operations.Keys.ToArray(), StringComparer.Ordinal);
            await File.WriteAllTextAsync(operations, JsonSerializer.Serialize(served), cancellation);
            var endpoint = await simulator.ListenAsync(cancellationToken: cancellation);

            var output = await PythonScript.RunFileAsync("every_response.py", endpoint, cancellation, operations, hook);

            output.Should().Contain($"responses: {served.Values.Sum(names => names.Length)} operations of {served.Count} services driven")
                .And.Contain("0 unknown members, 0 missing, 0 of a wrong type");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
