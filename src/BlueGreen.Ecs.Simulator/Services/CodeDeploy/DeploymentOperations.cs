using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The operations on existing deployments.</summary>
internal static class DeploymentOperations
{
    private const int MostAtOnce = 25;
    private const int PageSize = 100;

    public static JsonObject Get(CodeDeployState state, JsonObject input) =>
        new() { ["deploymentInfo"] = DeploymentView.Of(state.FindDeployment(input.Text("deploymentId"))) };

    public static JsonObject BatchGet(CodeDeployState state, JsonObject input)
    {
        // Unknown ones are left out: the operation knows no exception for them.
        var ids = input.Texts("deploymentIds");
        CodeDeployErrors.CheckBatch(ids.Count, MostAtOnce, "deployments");
        var found = ids.Select(CodeDeployState.CheckId).Select(id => state.Deployments.GetValueOrDefault(id)).OfType<Deployment>();
        return new JsonObject { ["deploymentsInfo"] = found.Select(DeploymentView.Of).ToJson() };
    }

    public static JsonObject List(CodeDeployState state, JsonObject input)
    {
        var group = FindGroup(state, input);
        var statuses = input.Texts("includeOnlyStatuses");
        var range = input.Object("createTimeRange") ?? [];
        var (start, end) = (range.Number("start") ?? double.MinValue, range.Number("end") ?? double.MaxValue);
        if (start > end)
        {
            throw CodeDeployErrors.Of("InvalidTimeRange", "The range's end lies before its start.");
        }

        var found = state.Deployments.Values.Reverse()
            .Where(deployment => (group is null || deployment.Group == group)
                && (statuses.Count == 0 || statuses.Contains(deployment.Status, StringComparer.Ordinal))
                && deployment.CreatedAt.ToUnixTimeMilliseconds() / 1000.0 is var created && created >= start && created <= end)
            .Select(deployment => deployment.Id)
            .ToList();
        return Pages.Write([], "deployments", found, input, PageSize, "InvalidNextTokenException");
    }

    public static JsonObject Stop(CodeDeployState state, JsonObject input)
    {
        var deployment = FindOpen(state, input);
        deployment.Run.Stop(input.Flag("autoRollbackEnabled") == true);
        return new JsonObject
        {
            ["status"] = "Succeeded",
            ["statusMessage"] = "No more commands will be scheduled for execution in the deployment instances",
        };
    }

    public static JsonObject Continue(CodeDeployState state, JsonObject input)
    {
        var deployment = FindOpen(state, input);
        var waitType = input.Text("deploymentWaitType") ?? "READY_WAIT";
        if (waitType is not ("READY_WAIT" or "TERMINATION_WAIT"))
        {
            throw CodeDeployErrors.Of("InvalidDeploymentWaitType", $"The deployment wait type {waitType} is not valid. Valid are READY_WAIT and TERMINATION_WAIT.");
        }

        deployment.Run.Continue(waitType);
        return [];
    }

    /// <summary>The older way to end the wait before the original task set is terminated.</summary>
    public static JsonObject SkipWait(CodeDeployState state, JsonObject input)
    {
        var deployment = FindOpen(state, input);
        if (deployment.TargetStatus != DeploymentStatus.Succeeded)
        {
            throw CodeDeployErrors.Of("DeploymentNotStarted", $"The deployment {deployment.Id} does not wait to terminate the original task set yet.");
        }

        deployment.Run.Continue("TERMINATION_WAIT");
        return [];
    }

    public static JsonObject ReportHook(CodeDeployState state, JsonObject input)
    {
        var deployment = state.FindDeployment(input.Text("deploymentId"));
        var id = input.Text("lifecycleEventHookExecutionId") ?? string.Empty;
        var status = input.Text("status");
        if (status is not (DeploymentStatus.Succeeded or DeploymentStatus.Failed))
        {
            throw CodeDeployErrors.Of("InvalidLifecycleEventHookExecutionStatus", $"The status {status} is not valid. Valid are Succeeded and Failed.");
        }

        deployment.Run.ReportHook(id, status == DeploymentStatus.Succeeded);
        return new JsonObject { ["lifecycleEventHookExecutionId"] = id };
    }

    private static DeploymentGroup? FindGroup(CodeDeployState state, JsonObject input)
    {
        var (application, group) = (input.Text("applicationName"), input.Text("deploymentGroupName"));
        if (application is null && group is null)
        {
            return null;
        }

        return CodeDeployState.FindGroup(state.FindApplication(application), group);
    }

    private static Deployment FindOpen(CodeDeployState state, JsonObject input)
    {
        var deployment = state.FindDeployment(input.Text("deploymentId"));
        return deployment.IsOver
            ? throw CodeDeployErrors.Of("DeploymentAlreadyCompleted", $"The deployment {deployment.Id} has already completed: {deployment.Status}.")
            : deployment;
    }
}
