namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>A service deployment's status in AWS's words.</summary>
internal static class ServiceDeploymentStatus
{
    public const string Pending = "PENDING";
    public const string InProgress = "IN_PROGRESS";
    public const string StopRequested = "STOP_REQUESTED";
    public const string RollbackRequested = "ROLLBACK_REQUESTED";
    public const string RollbackInProgress = "ROLLBACK_IN_PROGRESS";
    public const string Successful = "SUCCESSFUL";
    public const string Stopped = "STOPPED";
    public const string RollbackSuccessful = "ROLLBACK_SUCCESSFUL";
    public const string RollbackFailed = "ROLLBACK_FAILED";

    public static bool IsTerminal(string status) => status is Successful or Stopped or RollbackSuccessful or RollbackFailed;
}
