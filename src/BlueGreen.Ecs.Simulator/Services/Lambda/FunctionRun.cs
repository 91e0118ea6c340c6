using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Logs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>Runs functions: the delegate of their name, or nothing, with a log as Lambda keeps it.</summary>
internal static class FunctionRun
{
    private const int UsualMemory = 128;

    /// <summary>Finds what a call would run.</summary>
    /// <returns>The version that was created through the API; none for a delegate alone.</returns>
    /// <exception cref="AwsErrorException">There is neither, no such version, or it cannot be invoked yet.</exception>
    public static FunctionVersion? Find(LambdaState state, FunctionName name)
    {
        if (IsDelegateAlone(state, name))
        {
            return null;
        }

        var version = state.Find(name).Version;
        return version.IsPending
            ? throw LambdaErrors.Conflict("The operation cannot be performed at this time. The function is currently in the following state: Pending")
            : version;
    }

    /// <summary>Whether a function is there without having been created through the API. It has every version and alias.</summary>
    public static bool IsDelegateAlone(LambdaState state, FunctionName name) =>
        !state.Functions.ContainsKey(name.Name) && state.World.Functions.ContainsKey(name.Name);

    /// <summary>Runs a function that <see cref="Find"/> has found.</summary>
    public static FunctionOutcome Run(LambdaState state, FunctionName name, FunctionVersion? version, JsonObject payload)
    {
        var outcome = Call(state, name.Name, payload) with { Version = version?.Name ?? FunctionVersion.LatestName };
        return outcome with { Log = Write(state, name.Name, version, outcome) };
    }

    private static FunctionOutcome Call(LambdaState state, string name, JsonObject payload)
    {
        var (reply, error) = ((JsonObject?)null, (Exception?)null);
        try
        {
            reply = state.World.Functions.TryGetValue(name, out var function) ? function(new FunctionInvocation(name, payload, state.Now)) : null;
        }
#pragma warning disable CA1031 // The function is the user's code: what it throws is Lambda's "Unhandled", which the service must get over.
        catch (Exception e)
#pragma warning restore CA1031
        {
            error = e;
        }

        state.World.History.Record("function", name, error is null ? reply?.ToJsonString() ?? "null" : $"Unhandled: {error.GetType().Name}: {error.Message}");
        return new FunctionOutcome(reply, error, string.Empty, string.Empty);
    }

    // A function takes no simulated time, and as much memory as it may have.
    private static string Write(LambdaState state, string name, FunctionVersion? version, FunctionOutcome outcome)
    {
        var (request, memory) = (state.World.Ids.Uuid(), version?.MemorySize ?? UsualMemory);
        List<string> lines = [$"START RequestId: {request} Version: {outcome.Version}"];
        if (outcome.ErrorPayload is { } error)
        {
            lines.Add($"{state.Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}\t{request}\tERROR\tInvoke Error\t{error.ToJsonString()}");
        }

        lines.Add($"END RequestId: {request}");
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"REPORT RequestId: {request}\tDuration: 0.00 ms\tBilled Duration: 1 ms\tMemory Size: {memory} MB\tMax Memory Used: {memory} MB"));
        var logs = LogsState.Of(state.Region);
        var group = logs.GroupOrNew(version?.Settings.Object("LoggingConfig")?.Text("LogGroup") ?? $"/aws/lambda/{name}");
        var key = $"{name} {state.Now.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)}/[{outcome.Version}]";
        var stream = state.LogStreams.GetValueOrDefault(key) ?? (state.LogStreams[key] = $"{key.Split(' ')[1]}{state.World.Ids.Hex(32)}");
        foreach (var line in lines)
        {
            logs.Write(group, stream, line + "\n");
        }

        return string.Join("\n", lines) + "\n";
    }
}
