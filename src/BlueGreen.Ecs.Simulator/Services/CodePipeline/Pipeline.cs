using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>A pipeline: its versions, its stages and its executions.</summary>
internal sealed class Pipeline
{
    public Pipeline(string arn, JsonObject declaration, DateTimeOffset now)
    {
        (Arn, Name, Created, Updated) = (arn, declaration.Text("name")!, now, now);
        Change(declaration, now);
    }

    public string Arn { get; }

    public string Name { get; }

    public DateTimeOffset Created { get; }

    public DateTimeOffset Updated { get; private set; }

    /// <summary>The first version first.</summary>
    public List<JsonObject> Versions { get; } = [];

    public JsonObject Declaration => Versions[^1];

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, Stage> Stages { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>By id, oldest first.</summary>
    public OrderedDictionary<string, PipelineExecution> Executions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PipelineExecution> ByToken { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a new version over. Stages that keep their name keep what happened in them.</summary>
    public void Change(JsonObject declaration, DateTimeOffset now)
    {
        var version = declaration.Copy();
        version["version"] = Versions.Count + 1;
        version["executionMode"] = declaration.Text("executionMode", "SUPERSEDED");
        version["pipelineType"] = declaration.Text("pipelineType", "V1");
        foreach (var action in version.Objects("stages").SelectMany(stage => stage.Objects("actions")))
        {
            action["runOrder"] = ActionRun.OrderOf(action);
            action["configuration"] ??= new JsonObject();
            action["inputArtifacts"] ??= new JsonArray();
            action["outputArtifacts"] ??= new JsonArray();
        }

        Versions.Add(version);
        Updated = now;
        var stages = new OrderedDictionary<string, Stage>(StringComparer.Ordinal);
        foreach (var name in version.Objects("stages").Select(stage => stage.Text("name")!))
        {
            stages.Add(name, Stages.GetValueOrDefault(name) ?? new Stage(name));
        }

        Stages = stages;
    }

    /// <exception cref="AwsErrorException">There is no such stage.</exception>
    public Stage Stage(string name) => Stages.GetValueOrDefault(name)
        ?? throw PipelineErrors.Of("StageNotFound", $"Stage '{name}' of pipeline '{Name}' was not found");

    /// <exception cref="AwsErrorException">There is no such execution.</exception>
    public PipelineExecution Execution(string id) => Executions.GetValueOrDefault(id)
        ?? throw PipelineErrors.Of("PipelineExecutionNotFound", $"The pipeline execution {id} of pipeline {Name} was not found");
}
