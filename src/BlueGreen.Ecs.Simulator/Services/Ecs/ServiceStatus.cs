namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A service's status in AWS's words.</summary>
internal static class ServiceStatus
{
    public const string Active = "ACTIVE";
    public const string Draining = "DRAINING";
    public const string Inactive = "INACTIVE";
}
