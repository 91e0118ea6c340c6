using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>ListActionExecutions: every action that was run, with what went in and what came out.</summary>
internal static class ActionExecutionOperations
{
    private const int PageSize = 100;

    public static JsonObject List(CodePipelineState state, JsonObject input)
    {
        var pipeline = state.Pipeline(input.Text("pipelineName")!);
        var filter = input.Object("filter");
        var id = filter?.Text("pipelineExecutionId") ?? filter?.Object("latestInPipelineExecution")?.Text("pipelineExecutionId");
        IEnumerable<PipelineExecution> executions = id is null ? pipeline.Executions.Values : [pipeline.Execution(id)];
        var found = executions.SelectMany(execution => execution.Actions).OrderByDescending(action => action.Start).ThenByDescending(action => action.Execution.Actions.IndexOf(action));
        var (page, next) = TokenPaging.Take(found, input.Text("nextToken"), input.Int("maxResults") ?? PageSize, "InvalidNextTokenException");
        return new JsonObject { ["actionExecutionDetails"] = page.ToJson(action => Detail(state, action)), ["nextToken"] = next };
    }

    private static JsonObject Detail(CodePipelineState state, ActionRun action) => new()
    {
        ["pipelineExecutionId"] = action.Execution.Id,
        ["actionExecutionId"] = action.Id,
        ["pipelineVersion"] = action.Execution.Version,
        ["stageName"] = action.Stage.Name,
        ["actionName"] = action.Name,
        ["startTime"] = action.Start.ToJson(),
        ["lastUpdateTime"] = action.LastChange.ToJson(),
        ["updatedBy"] = action.UpdatedBy,
        ["status"] = action.Status,
        ["input"] = Input(state, action),
        ["output"] = new JsonObject
        {
            ["outputArtifacts"] = action.Outputs.Select(output => output.ToJson()).ToJson(),
            ["outputVariables"] = TagMap.ToJson(action.Variables),
            ["executionResult"] = new JsonObject
            {
                ["externalExecutionId"] = action.ExternalId,
                ["externalExecutionSummary"] = action.Summary,
                ["externalExecutionUrl"] = action.ExternalUrl,
                ["errorDetails"] = StageView.Error(action),
            },
        },
    };

    private static JsonObject Input(CodePipelineState state, ActionRun action) => new()
    {
        ["actionTypeId"] = action.Declaration.Object("actionTypeId")!.Copy(),
        ["configuration"] = action.Declaration.Object("configuration")?.Copy(),
        ["resolvedConfiguration"] = new JsonObject(action.Settings.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Value))),
        ["roleArn"] = action.Declaration.Text("roleArn"),
        ["region"] = action.Declaration.Text("region") ?? state.Region.Name,
        ["namespace"] = action.Declaration.Text("namespace"),
        ["inputArtifacts"] = action.Declaration.Objects("inputArtifacts")
            .Select(input => action.Execution.Artifacts.GetValueOrDefault(input.Text("name")!)?.ToJson()).OfType<JsonObject>().ToJson(),
    };
}
