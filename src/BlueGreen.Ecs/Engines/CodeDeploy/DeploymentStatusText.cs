namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>The statuses of a CodeDeploy deployment, in AWS's words.</summary>
internal static class DeploymentStatusText
{
    public const string Created = "Created";
    public const string Queued = "Queued";
    public const string InProgress = "InProgress";
    public const string Ready = "Ready";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";
    public const string Stopped = "Stopped";

    /// <summary>Whether a deployment of that status has ended.</summary>
    public static bool IsFinal(string status) => status is Succeeded or Failed or Stopped;
}
