using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Invokes the functions of a deployment's hooks and waits for what they report.</summary>
internal sealed class HookCall(CodeDeployState state, Deployment deployment, Action<DeploymentError?> report)
{
    private const string Code = "HOOK_EXECUTION_FAILURE";
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private string? _execution;

    public void Invoke(LifecycleEvent lifecycleEvent, Func<TimeSpan, string, Action, ScheduledEvent> later)
    {
        if (FindDenied(lifecycleEvent.Function!) is { } denied)
        {
            report(denied);
            return;
        }

        var execution = _execution = state.World.Ids.Uuid();
        var name = lifecycleEvent.Function!;
        var payload = new JsonObject { ["DeploymentId"] = deployment.Id, ["LifecycleEventHookExecutionId"] = execution };
        var (reply, error) = FunctionCalls.Invoke(state.Region, name, payload);
        if (error is not null || reply?.Text("hookStatus") is "SUCCEEDED" or "FAILED")
        {
            End(execution, succeeded: error is null && reply!.Text("hookStatus") == "SUCCEEDED");
        }
        else
        {
            later(state.World.Options.Timings.HookTimeout, "waits no longer for a hook", () => TimeOut(execution));
        }
    }

    // A hook names its function, or gives the function's ARN.
    private DeploymentError? FindDenied(string function)
    {
        var arn = function.StartsWith("arn:", StringComparison.Ordinal) ? function : state.Region.Arn("lambda", $"function:{function}");
        return ServiceRole.FindDenied(state, deployment, "lambda:InvokeFunction", arn, "AWSLambda");
    }

    /// <exception cref="AwsErrorException">No hook waits under that id.</exception>
    public void Report(string executionId, bool succeeded)
    {
        if (_ended.Contains(executionId))
        {
            throw CodeDeployErrors.Of("LifecycleEventAlreadyCompleted", $"The lifecycle event hook execution {executionId} has already ended.");
        }

        if (executionId != _execution)
        {
            throw CodeDeployErrors.Of("InvalidLifecycleEventHookExecutionId", $"The lifecycle event hook execution {executionId} does not exist.");
        }

        End(executionId, succeeded);
    }

    private void End(string execution, bool succeeded)
    {
        if (_ended.Add(execution))
        {
            report(succeeded
                ? null
                : new DeploymentError(Code, "The deployment failed because one or more of the lifecycle event validation functions failed."));
        }
    }

    private void TimeOut(string execution)
    {
        if (_ended.Add(execution))
        {
            report(new DeploymentError(Code,
                "The deployment timed out while waiting for a status callback. "
                + "CodeDeploy expects a status callback within one hour after a deployment hook is invoked."));
        }
    }
}
