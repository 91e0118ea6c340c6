using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>An action of an execution, as far as it has come.</summary>
internal sealed class ActionRun(string id, StageRun stage, JsonObject declaration, DateTimeOffset start)
{
    public string Id => id;

    public StageRun Stage => stage;

    public PipelineExecution Execution => stage.Execution;

    public JsonObject Declaration => declaration;

    public string Name => declaration.Text("name")!;

    public int Order => OrderOf(declaration);

    public string Provider => declaration.Object("actionTypeId")!.Text("provider")!;

    public DateTimeOffset Start { get; } = start;

    public DateTimeOffset LastChange { get; set; } = start;

    public string Status { get; set; } = Statuses.InProgress;

    public string? Summary { get; set; }

    public string? ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    /// <summary>The build, deployment or commit that the action stands for.</summary>
    public string? ExternalId { get; set; }

    public string? ExternalUrl { get; set; }

    /// <summary>What an approval must be answered with.</summary>
    public string? Token { get; set; }

    public string? UpdatedBy { get; set; }

    public SourceRevision? Revision { get; set; }

    /// <summary>The configuration with variables resolved.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public List<Artifact> Outputs { get; } = [];

    public bool IsOver => Status is not Statuses.InProgress;

    public static int OrderOf(JsonObject declaration) => declaration.Int("runOrder") ?? 1;
}
