using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.DataPlane;

namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>Everything that the simulated AWS shares: one lock, one time, one source of identifiers, one data plane, and the regions.</summary>
internal sealed class World : IDisposable
{
    private readonly Dictionary<string, Region> _regions = new(StringComparer.Ordinal);

    public World(AwsSimulatorOptions options, TimeProvider real)
    {
        Options = options;
        Ids = new IdSource(options.Seed);
        var start = options.Start ?? (options.TimeScale is null ? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) : real.GetUtcNow());
        Clock = new SimulatorClock(Gate, start, options.TimeScale, real);
        History = new History(this);
        Faults = new FaultPlan(Gate);
        Capacity = new SimulatedCapacity(this);
        Throttle = new Throttle(this);
        Traffic = new TrafficMeter(this);
    }

    /// <summary>Held by every call and every event, so that the world changes one step at a time.</summary>
    public Lock Gate { get; } = new();

    public AwsSimulatorOptions Options { get; }

    public SimulatorClock Clock { get; }

    public IdSource Ids { get; }

    public History History { get; }

    public string Account => Options.Account;

    /// <summary>Behaviour by image reference; see <see cref="AwsSimulator"/>.</summary>
    public ImageBehaviors Images { get; } = new();

    /// <summary>How much room tasks have; see <see cref="AwsSimulator"/>.</summary>
    public SimulatedCapacity Capacity { get; }

    /// <summary>What goes wrong with calls; see <see cref="AwsSimulator"/>.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Who calls; see <see cref="AwsSimulator"/>.</summary>
    public SimulatedCallers Callers { get; } = new();

    /// <summary>How often calls may come.</summary>
    public Throttle Throttle { get; }

    /// <summary>Lambda functions by name; see <see cref="AwsSimulator.Functions"/>.</summary>
    public ConcurrentDictionary<string, Func<FunctionInvocation, JsonObject?>> Functions { get; } = new(StringComparer.Ordinal);

    /// <summary>Build functions by project; see <see cref="AwsSimulator.Builds"/>.</summary>
    public ConcurrentDictionary<string, Func<SimulatedBuild, ValueTask<SimulatedBuildResult>>> Builds { get; } = new(StringComparer.Ordinal);

    public bool DockerHubLimitReached { get; set; }

    public IDataPlane DataPlane { get; set; } = null!;

    /// <summary>Every request that was answered.</summary>
    public TrafficMeter Traffic { get; }

    public IReadOnlyCollection<Region> Regions => _regions.Values;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <returns>The region of that name, made when it is first spoken of.</returns>
    public Region In(string region)
    {
        if (!_regions.TryGetValue(region, out var found))
        {
            _regions.Add(region, found = new Region(this, region));
        }

        return found;
    }

    /// <returns>How containers of an image behave, where that was said.</returns>
    public ImageBehavior? BehaviorOf(string image) => Images.Find(image);

    public void Dispose() => Clock.Dispose();
}
