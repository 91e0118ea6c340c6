using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>The operations on executions.</summary>
internal static class ExecutionOperations
{
    private const int PageSize = 100;

    public static JsonObject Start(CodePipelineState state, JsonObject input)
    {
        var pipeline = state.Pipeline(input.Text("name")!);
        if (input.Text("clientRequestToken") is { } token && pipeline.ByToken.TryGetValue(token, out var before))
        {
            return Answer(before);
        }

        var declared = pipeline.Declaration.Objects("variables").Select(one => one.Text("name")!).ToList();
        if (input.Objects("variables").Select(one => one.Text("name")!).FirstOrDefault(name => !declared.Contains(name)) is { } unknown)
        {
            throw PipelineErrors.Of("Validation", $"The pipeline {pipeline.Name} has no variable {unknown}. It has: {string.Join(", ", declared)}");
        }

        var execution = state.Flow.Start(pipeline, new ExecutionStart("StartPipelineExecution", PipelineOperations.Caller(state))
        {
            Variables = input.Objects("variables").ToDictionary(one => one.Text("name")!, one => one.Text("value")!, StringComparer.Ordinal),
            Revisions = input.Objects("sourceRevisions").ToDictionary(one => one.Text("actionName")!, one => one.Text("revisionValue")!, StringComparer.Ordinal),
        });
        if (input.Text("clientRequestToken") is { } used)
        {
            pipeline.ByToken[used] = execution;
        }

        return Answer(execution);
    }

    public static JsonObject Get(CodePipelineState state, JsonObject input)
    {
        var pipeline = state.Pipeline(input.Text("pipelineName")!);
        return new JsonObject { ["pipelineExecution"] = pipeline.Execution(input.Text("pipelineExecutionId")!).ToJson(pipeline.Name) };
    }

    public static JsonObject List(CodePipelineState state, JsonObject input)
    {
        var pipeline = state.Pipeline(input.Text("pipelineName")!);
        var succeeded = input.Object("filter")?.Object("succeededInStage")?.Text("stageName");
        var found = pipeline.Executions.Values.Reverse().Where(execution => succeeded is null || SucceededIn(execution, succeeded));
        var (page, next) = TokenPaging.Take(found, input.Text("nextToken"), input.Int("maxResults") ?? PageSize, "InvalidNextTokenException");
        return new JsonObject { ["pipelineExecutionSummaries"] = page.ToJson(execution => execution.ToSummary()), ["nextToken"] = next };
    }

    public static JsonObject Stop(CodePipelineState state, JsonObject input)
    {
        var pipeline = state.Pipeline(input.Text("pipelineName")!);
        var id = input.Text("pipelineExecutionId")!;
        var abandon = input.Flag("abandon") is true;
        if (pipeline.Executions.GetValueOrDefault(id) is not { IsOver: false } execution)
        {
            throw PipelineErrors.Of("PipelineExecutionNotStoppable", $"Unable to stop pipeline execution {id}. It does not exist in pipeline {pipeline.Name}, or it is not in progress.");
        }

        if (execution.Status is Statuses.Stopping && !abandon)
        {
            throw PipelineErrors.Of("DuplicatedStopRequest", $"The pipeline execution {id} is already being stopped. It can be abandoned.");
        }

        execution.StopReason = input.Text("reason");
        execution.StatusSummary = input.Text("reason");
        state.Flow.Stop(pipeline, execution, abandon);
        return Answer(execution);
    }

    public static JsonObject Retry(CodePipelineState state, JsonObject input)
    {
        var pipeline = state.Pipeline(input.Text("pipelineName")!);
        var (stage, id) = (pipeline.Stage(input.Text("stageName")!), input.Text("pipelineExecutionId")!);
        if (stage.Latest is not { } latest || latest.Execution.Id != id)
        {
            throw PipelineErrors.Of("NotLatestPipelineExecution", $"The execution {id} is not the latest in stage {stage.Name} of pipeline {pipeline.Name}: the stage cannot be retried for it.");
        }

        if (latest.Status is not (Statuses.Failed or Statuses.Stopped) || stage.Inside.Count > 0 || latest.Execution.Version != pipeline.Versions.Count)
        {
            throw PipelineErrors.Of("StageNotRetryable", $"Stage {stage.Name} of pipeline {pipeline.Name} cannot be retried: it is {latest.Status}, or the pipeline's structure has changed since.");
        }

        state.Flow.Retry(pipeline, latest, input.Text("retryMode") is "ALL_ACTIONS");
        return Answer(latest.Execution);
    }

    private static bool SucceededIn(PipelineExecution execution, string stage) =>
        execution.Actions.LastOrDefault(action => action.Stage.Name == stage)?.Stage.Status is Statuses.Succeeded;

    private static JsonObject Answer(PipelineExecution execution) => new() { ["pipelineExecutionId"] = execution.Id };
}
