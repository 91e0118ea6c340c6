using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Invokes the functions that users have registered, as Lambda would.</summary>
internal static class FunctionCalls
{
    /// <param name="world">Where the functions are registered.</param>
    /// <param name="nameOrArn">A function's name or ARN, with or without a version behind it.</param>
    /// <param name="payload">The event.</param>
    /// <returns>What the function answers, which may be nothing; or why it did not answer: there is none of that name, or it threw.</returns>
    public static (JsonObject? Reply, string? Error) Invoke(World world, string nameOrArn, JsonObject payload)
    {
        var name = nameOrArn.Split(':') is ["arn", _, "lambda", _, _, "function", var inArn, ..] ? inArn : nameOrArn.Split(':')[0];
        if (!world.Functions.TryGetValue(name, out var function))
        {
            return (null, $"Function not found: {nameOrArn}");
        }

        try
        {
            var reply = function(new FunctionInvocation(name, payload, world.Now));
            world.History.Record("function", name, reply?.ToJsonString() ?? "null");
            return (reply, null);
        }
#pragma warning disable CA1031 // The function is the user's code: what it throws is Lambda's "Unhandled", which the service must get over.
        catch (Exception e)
#pragma warning restore CA1031
        {
            world.History.Record("function", name, $"Unhandled: {e.GetType().Name}: {e.Message}");
            return (null, $"{e.GetType().Name}: {e.Message}");
        }
    }
}
