using System.Globalization;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>Containers and listeners that really listen on loopback. Health checks are answered in memory, but only for containers that do.</summary>
internal sealed class RealDataPlane(World world) : IDataPlane, IAsyncDisposable
{
    private readonly Dictionary<(string Ip, int Port), ContainerServer> _containers = [];
    private readonly Dictionary<string, ListenerServer> _listeners = new(StringComparer.Ordinal);
    private readonly List<Task> _stopping = [];

    public void Start(RunningContainer container)
    {
        Stop(container.Ip, container.Port);
        _containers.Add((container.Ip, container.Port), new ContainerServer(container with { StartedAt = world.Now }, () => world.BehaviorOf(container.Image)));
    }

    public void Stop(string ip, int port)
    {
        if (_containers.Remove((ip, port), out var server))
        {
            _stopping.RemoveAll(task => task.IsCompleted);
            _stopping.Add(server.StopAsync());
        }
    }

    public int? Probe(string ip, int port, string path) => Ask(ip, port, path)?.StatusCode;

    public SimulatedResponse? Ask(string ip, int port, string path) => FindListening(ip, port) is { IsUp: true } server
        ? ContainerPage.Of(server.Container, path, world.BehaviorOf(server.Container.Image))
        : null;

    public RunningContainer? Find(string ip, int port) => _containers.GetValueOrDefault((ip, port))?.Container;

    /// <returns>The container's server, or <see langword="null"/> where nothing runs or it does not listen yet.</returns>
    public ContainerServer? FindListening(string ip, int port) =>
        _containers.GetValueOrDefault((ip, port)) is { } server && server.Container.Listens(world.BehaviorOf(server.Container.Image), world.Now) ? server : null;

    public void ListenerChanged(string listenerArn, int port)
    {
        if (_listeners.TryGetValue(listenerArn, out var known) && known.ListenerPort == port)
        {
            return;
        }

        ListenerRemoved(listenerArn);
        var server = Open(listenerArn, port);
        _listeners.Add(listenerArn, server);
        world.History.Record("listener", listenerArn, $"listens on {server.Address}");
    }

    public void ListenerRemoved(string listenerArn)
    {
        if (_listeners.Remove(listenerArn, out var server))
        {
            _stopping.Add(server.DisposeAsync().AsTask());
        }
    }

    /// <returns>Where a listener listens, or <see langword="null"/>.</returns>
    public Uri? AddressOf(string listenerArn) => _listeners.GetValueOrDefault(listenerArn)?.Address;

    public async ValueTask DisposeAsync()
    {
        Task[] stopping;
        lock (world.Gate)
        {
            foreach (var arn in _listeners.Keys.ToList())
            {
                ListenerRemoved(arn);
            }

            foreach (var (ip, port) in _containers.Keys.ToList())
            {
                Stop(ip, port);
            }

            stopping = [.. _stopping];
        }

        await Task.WhenAll(stopping).ConfigureAwait(false);
    }

    // A port that is taken, or that this user may not open, must not make the listener fail: AWS's would not.
    private ListenerServer Open(string listenerArn, int port)
    {
        if (world.Options.KeepListenerPorts)
        {
            try
            {
                return new ListenerServer(world, this, listenerArn, port, port);
            }
            catch (IOException e)
            {
                world.History.Record("listener", listenerArn, string.Create(CultureInfo.InvariantCulture, $"port {port} is not to be had, another one is taken: {e.Message}"));
            }
        }

        return new ListenerServer(world, this, listenerArn, port, 0);
    }
}
