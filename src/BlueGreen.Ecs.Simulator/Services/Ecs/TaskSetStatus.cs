namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A task set's status in AWS's words.</summary>
internal static class TaskSetStatus
{
    public const string Primary = "PRIMARY";
    public const string Active = "ACTIVE";
    public const string Draining = "DRAINING";
}
