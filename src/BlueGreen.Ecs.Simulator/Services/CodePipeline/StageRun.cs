using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>An execution within a stage.</summary>
internal sealed class StageRun(PipelineExecution execution, int index)
{
    public PipelineExecution Execution => execution;

    public int Index => index;

    public JsonObject Declaration => execution.Stages[index];

    public string Name => Declaration.Text("name")!;

    public string Status { get; set; } = Statuses.InProgress;

    /// <summary>By name.</summary>
    public Dictionary<string, ActionRun> Actions { get; } = new(StringComparer.Ordinal);

    /// <summary>How often the stage was tried again by hand.</summary>
    public int Retries { get; init; }

    public JsonObject ToJson() => new() { ["pipelineExecutionId"] = execution.Id, ["status"] = Status, ["type"] = "STANDARD" };
}
