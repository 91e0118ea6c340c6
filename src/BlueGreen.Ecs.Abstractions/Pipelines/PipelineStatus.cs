namespace BlueGreen.Ecs;

/// <summary>How an execution of a pipeline ended.</summary>
public enum PipelineStatus
{
    /// <summary>Every stage succeeded.</summary>
    Succeeded,

    /// <summary>An action failed. The stage can be tried again.</summary>
    Failed,

    /// <summary>Somebody stopped it. The stage can be tried again.</summary>
    Stopped,

    /// <summary>A newer execution overtook it while it waited before a stage.</summary>
    Superseded,

    /// <summary>AWS gave it up because the pipeline was changed.</summary>
    Cancelled,
}
