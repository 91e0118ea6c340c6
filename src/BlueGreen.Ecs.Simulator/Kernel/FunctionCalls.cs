using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Lambda;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Invokes functions for other services, as Lambda would.</summary>
internal static class FunctionCalls
{
    /// <param name="region">From where the call comes.</param>
    /// <param name="nameOrArn">A function's name or ARN, with or without a version behind it.</param>
    /// <param name="payload">The event.</param>
    /// <returns>What the function answers, which may be nothing; or why it did not answer: there is none of that name, it is not ready, or it threw.</returns>
    public static (JsonObject? Reply, string? Error) Invoke(Region region, string nameOrArn, JsonObject payload)
    {
        var name = FunctionName.Parse(nameOrArn);
        var state = LambdaState.Of(name.Region is { } other ? region.World.In(other) : region);
        try
        {
            var outcome = FunctionRun.Run(state, name, FunctionRun.Find(state, name), payload);
            return outcome.Error is { } error ? (null, $"{error.GetType().Name}: {error.Message}") : (outcome.Reply, null);
        }
        catch (AwsErrorException error)
        {
            return (null, error.Code is "ResourceNotFoundException" ? $"Function not found: {nameOrArn}" : error.Message);
        }
    }
}
