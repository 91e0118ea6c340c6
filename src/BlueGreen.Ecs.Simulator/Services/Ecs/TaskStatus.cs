namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A task's status in AWS's words, in the order in which a task goes through them.</summary>
internal static class TaskStatus
{
    public const string Provisioning = "PROVISIONING";
    public const string Pending = "PENDING";
    public const string Activating = "ACTIVATING";
    public const string Running = "RUNNING";
    public const string Deactivating = "DEACTIVATING";
    public const string Stopping = "STOPPING";
    public const string Stopped = "STOPPED";
}
