using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Unit.Running;

namespace BlueGreen.Ecs.Tests.Unit.Gates;

/// <summary>Gates are asked in virtual time, as a deployer would ask them.</summary>
internal static class Asking
{
    public static GateContext Context(SimulatorClock clock, IServiceProvider? services = null) =>
        new(Stage.TestTraffic, Runs.Plan(), Runs.Waiting) { Clock = clock, StartedAt = clock.GetUtcNow(), Services = services };

    public static Task<GateVerdict> AskAsync(this IGate gate, SimulatorClock clock, CancellationToken? cancellationToken = null) =>
        clock.DriveAsync(gate.DecideAsync(Context(clock), cancellationToken ?? TestContext.Current.CancellationToken));
}
