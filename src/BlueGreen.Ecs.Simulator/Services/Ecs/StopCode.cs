namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Why a task stopped, in AWS's words.</summary>
internal static class StopCode
{
    public const string TaskFailedToStart = "TaskFailedToStart";
    public const string EssentialContainerExited = "EssentialContainerExited";
    public const string UserInitiated = "UserInitiated";
    public const string ServiceSchedulerInitiated = "ServiceSchedulerInitiated";
}
