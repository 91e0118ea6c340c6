using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>Invoke: at once, as an event, or as a rehearsal.</summary>
internal static class InvokeOperation
{
    private const int LongestTail = 4096;

    // How long Lambda waits before it gives a failed event to its function again.
    private static readonly TimeSpan[] Retries = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    public static JsonObject Invoke(LambdaState state, JsonObject input)
    {
        var name = FunctionName.Parse(input.Text("FunctionName")!, input.Text("Qualifier"));
        var version = FunctionRun.Find(state, name);
        var payload = Payload(input.Text("Payload", ""));
        switch (input.Text("InvocationType"))
        {
            case "DryRun":
                return new JsonObject { ["StatusCode"] = 204 };
            case "Event":
                Later(state, name, version, payload, TimeSpan.Zero, 0);
                return new JsonObject { ["StatusCode"] = 202 };
            default:
                return Answer(FunctionRun.Run(state, name, version, payload), input.Text("LogType") is "Tail");
        }
    }

    private static void Later(LambdaState state, FunctionName name, FunctionVersion? version, JsonObject payload, TimeSpan delay, int attempt) =>
        state.World.Clock.Schedule(delay, $"an event for function {name.Name}", () =>
        {
            var outcome = FunctionRun.Run(state, name, version, payload.Copy());
            if (outcome.Error is not null && attempt < Retries.Length)
            {
                Later(state, name, version, payload, Retries[attempt], attempt + 1);
            }
        });

    private static JsonObject Answer(FunctionOutcome outcome, bool withTail)
    {
        var output = new JsonObject
        {
            ["StatusCode"] = 200,
            ["ExecutedVersion"] = outcome.Version,
            ["Payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes((outcome.ErrorPayload ?? outcome.Reply)?.ToJsonString() ?? "null")),
        };
        output.SetUnlessNull("FunctionError", outcome.Error is null ? null : "Unhandled");
        output.SetUnlessNull("LogResult", withTail ? Convert.ToBase64String(Encoding.UTF8.GetBytes(outcome.Log).AsSpan()[^Math.Min(LongestTail, Encoding.UTF8.GetByteCount(outcome.Log))..]) : null);
        return output;
    }

    // Delegates take objects; Lambda itself takes any JSON.
    private static JsonObject Payload(string base64)
    {
        if (base64.Length == 0)
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(Convert.FromBase64String(base64)) switch
            {
                JsonObject payload => payload,
                null => [],
                _ => throw new AwsErrorException("InvalidRequestContentException", "The simulator's functions take a JSON object as their payload."),
            };
        }
        catch (JsonException error)
        {
            throw new AwsErrorException("InvalidRequestContentException", $"Could not parse request body into json: {error.Message}");
        }
    }
}
