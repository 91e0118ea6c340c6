using BlueGreen.Ecs.Simulator;

namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>Our own simulator on a loopback port, ten minutes in a second.</summary>
internal sealed class SimulatorBackEnd : IBackEnd
{
    private readonly AwsSimulator _simulator;

    private SimulatorBackEnd(AwsSimulator simulator, Uri endpoint) => (_simulator, Endpoint) = (simulator, endpoint);

    public Uri Endpoint { get; }

    public bool MovesDeployments => true;

    public static async Task<SimulatorBackEnd> StartAsync(CancellationToken cancellationToken)
    {
        var simulator = new AwsSimulator(new() { TimeScale = 600 });
        return new(simulator, await simulator.ListenAsync(cancellationToken: cancellationToken));
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();
}
