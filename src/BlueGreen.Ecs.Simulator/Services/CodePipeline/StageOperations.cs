using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>GetPipelineState, transitions and approvals.</summary>
internal static class StageOperations
{
    public static JsonObject GetState(CodePipelineState state, JsonObject input)
    {
        var pipeline = state.Pipeline(input.Text("name")!);
        return new JsonObject
        {
            ["pipelineName"] = pipeline.Name,
            ["pipelineVersion"] = pipeline.Versions.Count,
            ["stageStates"] = pipeline.Declaration.Objects("stages").Select(declared => StageView.Of(pipeline.Stage(declared.Text("name")!), declared)).ToJson(),
            ["created"] = pipeline.Created.ToJson(),
            ["updated"] = pipeline.Updated.ToJson(),
        };
    }

    public static JsonObject Disable(CodePipelineState state, JsonObject input) => Change(state, input, enabled: false);

    public static JsonObject Enable(CodePipelineState state, JsonObject input) => Change(state, input, enabled: true);

    public static JsonObject Approve(CodePipelineState state, JsonObject input)
    {
        var pipeline = state.Pipeline(input.Text("pipelineName")!);
        var (stage, name) = (pipeline.Stage(input.Text("stageName")!), input.Text("actionName")!);
        if (stage.Actions.GetValueOrDefault(name) is not { Provider: "Manual" } action)
        {
            throw PipelineErrors.Of("ActionNotFound", $"Action '{name}' of stage '{stage.Name}' of pipeline '{pipeline.Name}' was not found, or waits for no approval");
        }

        if (action.Token != input.Text("token"))
        {
            throw PipelineErrors.Of("InvalidApprovalToken", $"The approval token of action '{name}' is not '{input.Text("token")}'");
        }

        if (action.IsOver)
        {
            throw PipelineErrors.Of("ApprovalAlreadyCompleted", $"The approval of action '{name}' is already completed: {action.Status}");
        }

        var result = input.Object("result")!;
        ManualApproval.Answer(new ActionContext(state, pipeline, action), result.Text("status") is "Approved", result.Text("summary", ""), PipelineOperations.Caller(state));
        return new JsonObject { ["approvedAt"] = state.World.Now.ToJson() };
    }

    private static JsonObject Change(CodePipelineState state, JsonObject input, bool enabled)
    {
        var pipeline = state.Pipeline(input.Text("pipelineName")!);
        var stage = pipeline.Stage(input.Text("stageName")!);
        var transition = new Transition(enabled, enabled ? null : input.Text("reason"), state.World.Now, PipelineOperations.Caller(state));
        var index = pipeline.Stages.IndexOf(stage.Name);
        if (input.Text("transitionType") is "Inbound")
        {
            stage.Inbound = transition;
        }
        else
        {
            stage.Outbound = transition;
        }

        foreach (var waiting in pipeline.Stages.Values.Skip(index).Take(2).ToList())
        {
            state.Flow.TryEnter(pipeline, waiting);
        }

        return [];
    }
}
