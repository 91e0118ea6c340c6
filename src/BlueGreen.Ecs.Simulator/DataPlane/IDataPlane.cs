namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>Where requests meet running containers: virtual (answered in memory) or real (loopback HTTP). Called under the world's lock.</summary>
internal interface IDataPlane
{
    /// <summary>A container listens on a task's address from now on.</summary>
    void Start(RunningContainer container);

    /// <summary>The container at that address stops answering.</summary>
    void Stop(string ip, int port);

    /// <summary>Sends one health check.</summary>
    /// <returns>The HTTP status code, or <see langword="null"/> when nothing answers.</returns>
    int? Probe(string ip, int port, string path);

    /// <returns>The container that runs at an address, or <see langword="null"/>.</returns>
    RunningContainer? Find(string ip, int port);

    /// <summary>Asks a container in memory.</summary>
    /// <returns>What it answers, or <see langword="null"/> when nothing answers.</returns>
    SimulatedResponse? Ask(string ip, int port, string path);

    /// <summary>A listener of a load balancer exists or has changed how it forwards.</summary>
    void ListenerChanged(string listenerArn, int port);

    /// <summary>A listener has been deleted.</summary>
    void ListenerRemoved(string listenerArn);
}
