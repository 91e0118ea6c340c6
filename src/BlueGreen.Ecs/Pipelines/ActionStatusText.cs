namespace BlueGreen.Ecs.Pipelines;

/// <summary>Statuses of actions and executions, in CodePipeline's words.</summary>
internal static class ActionStatusText
{
    public const string InProgress = "InProgress";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";
    public const string Abandoned = "Abandoned";
    public const string Stopping = "Stopping";

    /// <summary>How an execution of this status has ended; <see langword="null"/> for one that moves, and for a status that is not known.</summary>
    public static PipelineStatus? EndOf(string status) => status switch
    {
        Succeeded => PipelineStatus.Succeeded,
        Failed => PipelineStatus.Failed,
        "Stopped" => PipelineStatus.Stopped,
        "Superseded" => PipelineStatus.Superseded,
        "Cancelled" => PipelineStatus.Cancelled,
        _ => null,
    };
}
