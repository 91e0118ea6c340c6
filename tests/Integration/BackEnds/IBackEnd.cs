namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>Something that answers AWS's protocols.</summary>
internal interface IBackEnd : IAsyncDisposable
{
    Uri Endpoint { get; }

    /// <summary>Whether a deployment that was created there comes to an end.</summary>
    bool MovesDeployments { get; }

    /// <summary>Whether a service's tasks really start, so that it needs a network; moto fails on one.</summary>
    bool RunsTasks => MovesDeployments;
}
