using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>A run of a pipeline, with the pipeline as it was at its start.</summary>
internal sealed class PipelineExecution(string id, int number, JsonObject declaration, DateTimeOffset start)
{
    public string Id => id;

    /// <summary>Counted from 1 in the pipeline.</summary>
    public int Number => number;

    public JsonObject Declaration => declaration;

    public IReadOnlyList<JsonObject> Stages { get; } = declaration.Objects("stages");

    public string Mode { get; } = declaration.Text("executionMode", "SUPERSEDED");

    public int Version { get; } = declaration.Int("version")!.Value;

    public DateTimeOffset Start { get; } = start;

    public DateTimeOffset LastUpdate { get; set; } = start;

    public required string TriggerType { get; init; }

    public required string TriggerDetail { get; init; }

    /// <summary>The pipeline's own variables.</summary>
    public Dictionary<string, string> Variables { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The revision that a source action must take, by the action's name.</summary>
    public Dictionary<string, string> Overrides { get; init; } = new(StringComparer.Ordinal);

    public string Status { get; set; } = Statuses.InProgress;

    public string? StatusSummary { get; set; }

    public string? StopReason { get; set; }

    /// <summary>By name.</summary>
    public Dictionary<string, Artifact> Artifacts { get; } = new(StringComparer.Ordinal);

    /// <summary>What was run, oldest first.</summary>
    public List<ActionRun> Actions { get; } = [];

    public bool IsOver => Status is not (Statuses.InProgress or Statuses.Stopping);

    public IEnumerable<ActionRun> Sources => Actions.Where(action => action.Revision is not null);

    public JsonObject ToJson(string pipeline)
    {
        var json = new JsonObject
        {
            ["pipelineName"] = pipeline,
            ["pipelineVersion"] = Version,
            ["pipelineExecutionId"] = id,
            ["status"] = Status,
            ["artifactRevisions"] = Sources.SelectMany(action => action.Outputs.Select(output => action.Revision!.ToArtifactRevision(output.Name))).ToJson(),
            ["variables"] = Variables.Select(pair => new JsonObject { ["name"] = pair.Key, ["resolvedValue"] = pair.Value }).ToJson(),
            ["trigger"] = Trigger(),
            ["executionMode"] = Mode,
            ["executionType"] = "STANDARD",
        };
        json.SetUnlessNull("statusSummary", StatusSummary);
        return json;
    }

    public JsonObject ToSummary()
    {
        var json = new JsonObject
        {
            ["pipelineExecutionId"] = id,
            ["status"] = Status,
            ["startTime"] = Start.ToJson(),
            ["lastUpdateTime"] = LastUpdate.ToJson(),
            ["sourceRevisions"] = Sources.Select(action => new JsonObject
            {
                ["actionName"] = action.Name,
                ["revisionId"] = action.Revision!.Id,
                ["revisionSummary"] = action.Revision.Summary.Length == 0 ? null : action.Revision.Summary,
                ["revisionUrl"] = action.Revision.Url,
            }).ToJson(),
            ["trigger"] = Trigger(),
            ["executionMode"] = Mode,
            ["executionType"] = "STANDARD",
        };
        json.SetUnlessNull("statusSummary", StatusSummary);
        json.SetUnlessNull("stopTrigger", StopReason is null ? null : new JsonObject { ["reason"] = StopReason });
        return json;
    }

    private JsonObject Trigger() => new() { ["triggerType"] = TriggerType, ["triggerDetail"] = TriggerDetail };
}
