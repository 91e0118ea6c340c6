namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>The words CodeDeploy uses for the state of deployments, targets and lifecycle events.</summary>
internal static class DeploymentStatus
{
    public const string Created = "Created";
    public const string InProgress = "InProgress";
    public const string Ready = "Ready";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";
    public const string Stopped = "Stopped";
    public const string Pending = "Pending";
    public const string Skipped = "Skipped";
}
