namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>A lifecycle hook's status in AWS's words.</summary>
internal static class HookStatus
{
    public const string AwaitingAction = "AWAITING_ACTION";
    public const string InProgress = "IN_PROGRESS";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string TimedOut = "TIMED_OUT";
}
