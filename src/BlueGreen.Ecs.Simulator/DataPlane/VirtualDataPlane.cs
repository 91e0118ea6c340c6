using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>Answers requests in memory, at the moment of asking.</summary>
internal sealed class VirtualDataPlane(World world) : IDataPlane
{
    private readonly Dictionary<(string Ip, int Port), RunningContainer> _containers = [];

    public void Start(RunningContainer container) => _containers[(container.Ip, container.Port)] = container with { StartedAt = world.Now };

    public void Stop(string ip, int port) => _containers.Remove((ip, port));

    public int? Probe(string ip, int port, string path) => Ask(ip, port, path)?.StatusCode;

    public SimulatedResponse? Ask(string ip, int port, string path) => Find(ip, port) is { } container && container.Listens(world.BehaviorOf(container.Image), world.Now)
        ? ContainerPage.Of(container, path, world.BehaviorOf(container.Image))
        : null;

    public RunningContainer? Find(string ip, int port) => _containers.GetValueOrDefault((ip, port));

    public void ListenerChanged(string listenerArn, int port)
    {
        // Requests are routed by the listener as it stands when they are sent.
    }

    public void ListenerRemoved(string listenerArn)
    {
    }
}
