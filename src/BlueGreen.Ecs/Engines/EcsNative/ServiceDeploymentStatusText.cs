namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>The statuses of a service deployment, in AWS's words.</summary>
internal static class ServiceDeploymentStatusText
{
    public const string Pending = "PENDING";
    public const string InProgress = "IN_PROGRESS";
    public const string StopRequested = "STOP_REQUESTED";
    public const string Stopped = "STOPPED";
    public const string Successful = "SUCCESSFUL";
    public const string RollbackRequested = "ROLLBACK_REQUESTED";
    public const string RollbackInProgress = "ROLLBACK_IN_PROGRESS";
    public const string RollbackSuccessful = "ROLLBACK_SUCCESSFUL";
    public const string RollbackFailed = "ROLLBACK_FAILED";

    /// <summary>The statuses of a deployment that has not ended.</summary>
    public static EquatableArray<string> Open { get; } = [Pending, InProgress, StopRequested, RollbackRequested, RollbackInProgress];

    /// <summary>Whether a deployment of that status has ended.</summary>
    public static bool IsFinal(string status) => status is Successful or Stopped or RollbackSuccessful or RollbackFailed;
}
