using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>Asks CloudWatch for an alarm's state.</summary>
internal static class AlarmStates
{
    public static bool IsActive(Region region, string name) => region.Get(_ => new HashSet<string>(StringComparer.Ordinal)).Contains(name);
}
