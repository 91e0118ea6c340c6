using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator;

/// <summary>
/// What a function of <see cref="AwsSimulator.Functions"/> answers as a deployment hook: <c>{"hookStatus": "SUCCEEDED"}</c>. ECS reads this answer.
/// The real CodeDeploy does not, and waits for PutLifecycleEventHookExecutionStatus; the simulated one takes SUCCEEDED and FAILED as if that had been called.
/// </summary>
public static class HookReply
{
    /// <summary>The hook is satisfied; the deployment goes on.</summary>
    /// <returns>A new answer.</returns>
    public static JsonObject Succeeded() => Of("SUCCEEDED");

    /// <summary>The hook objects; the deployment is rolled back.</summary>
    /// <returns>A new answer.</returns>
    public static JsonObject Failed() => Of("FAILED");

    /// <summary>The hook needs more time. ECS invokes it again after the delay; CodeDeploy waits for PutLifecycleEventHookExecutionStatus.</summary>
    /// <param name="callBackDelay">How long ECS waits, in whole seconds. Default: none is told, and ECS takes 30 seconds.</param>
    /// <returns>A new answer.</returns>
    public static JsonObject InProgress(TimeSpan? callBackDelay = null)
    {
        var reply = Of("IN_PROGRESS");
        if (callBackDelay is { } delay)
        {
            reply["callBackDelay"] = (long)delay.TotalSeconds;
        }

        return reply;
    }

    private static JsonObject Of(string status) => new() { ["hookStatus"] = status };
}
