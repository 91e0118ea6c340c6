using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>A stage as GetPipelineState answers it.</summary>
internal static class StageView
{
    public static JsonObject Of(Stage stage, JsonObject declared)
    {
        var waiting = stage.Waiting.Select(execution => new JsonObject { ["pipelineExecutionId"] = execution.Id, ["status"] = Statuses.InProgress, ["type"] = "STANDARD" }).ToList();
        var json = new JsonObject
        {
            ["stageName"] = stage.Name,
            ["inboundExecutions"] = waiting.ToJson(),
            ["inboundTransitionState"] = stage.Inbound.ToJson(),
            ["actionStates"] = declared.Objects("actions").Select(action => Action(action.Text("name")!, stage.Actions.GetValueOrDefault(action.Text("name")!))).ToJson(),
        };
        json.SetUnlessNull("inboundExecution", waiting.Count == 0 ? null : waiting[0].Copy());
        json.SetUnlessNull("latestExecution", stage.Latest?.ToJson());
        json.SetUnlessNull("retryStageMetadata", stage.Latest is { Retries: > 0 and var retries }
            ? new JsonObject { ["manualStageRetryAttempt"] = retries, ["latestRetryTrigger"] = "ManualStageRetry" }
            : null);
        return json;
    }

    public static JsonObject? Error(ActionRun action) => action.ErrorCode is null ? null : new JsonObject { ["code"] = action.ErrorCode, ["message"] = action.ErrorMessage };

    private static JsonObject Action(string name, ActionRun? run)
    {
        var json = new JsonObject { ["actionName"] = name };
        if (run is null)
        {
            return json;
        }

        json["latestExecution"] = new JsonObject
        {
            ["actionExecutionId"] = run.Id,
            ["status"] = run.Status,
            ["summary"] = string.IsNullOrEmpty(run.Summary) ? null : run.Summary,
            ["lastStatusChange"] = run.LastChange.ToJson(),
            ["token"] = run.IsOver ? null : run.Token,
            ["lastUpdatedBy"] = run.UpdatedBy,
            ["externalExecutionId"] = run.ExternalId,
            ["externalExecutionUrl"] = run.ExternalUrl,
            ["errorDetails"] = Error(run),
        };
        json.SetUnlessNull("currentRevision", run.Revision?.ToState());
        json.SetUnlessNull("revisionUrl", run.Revision?.Url);
        return json;
    }
}
