using System.Diagnostics;

namespace BlueGreen.Ecs.Telemetry;

/// <summary>What OpenTelemetry can listen to under the name <c>BlueGreen.Ecs</c>.</summary>
internal static class Activities
{
    public static ActivitySource Source { get; } = new("BlueGreen.Ecs");
}
