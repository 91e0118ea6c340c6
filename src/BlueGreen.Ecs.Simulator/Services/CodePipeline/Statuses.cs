namespace BlueGreen.Ecs.Simulator.Services.CodePipeline;

/// <summary>The statuses of executions, stages and actions.</summary>
internal static class Statuses
{
    public const string InProgress = "InProgress";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";
    public const string Stopping = "Stopping";
    public const string Stopped = "Stopped";
    public const string Superseded = "Superseded";
    public const string Cancelled = "Cancelled";
    public const string Abandoned = "Abandoned";
}
