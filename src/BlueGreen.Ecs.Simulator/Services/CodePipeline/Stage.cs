namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>A stage of a pipeline, over all executions.</summary>
internal sealed class Stage(string name)
{
    public string Name => name;

    /// <summary>The executions in the stage; more than one only where executions run in parallel.</summary>
    public List<StageRun> Inside { get; } = [];

    /// <summary>The executions before the stage, oldest first.</summary>
    public List<PipelineExecution> Waiting { get; } = [];

    /// <summary>The execution that entered last.</summary>
    public StageRun? Latest { get; set; }

    /// <summary>The newest run of each action, by name.</summary>
    public Dictionary<string, ActionRun> Actions { get; } = new(StringComparer.Ordinal);

    public Transition Inbound { get; set; } = Transition.Open;

    public Transition Outbound { get; set; } = Transition.Open;
}
