using Amazon.Runtime;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Hosting;

/// <summary>Gives AWS clients an <see cref="HttpClient"/> that ends in the simulator.</summary>
internal sealed class InMemoryHttpClientFactory(WireEndpoint endpoint, SimulatorClock clock) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        return new HttpClient(new InMemoryHandler(endpoint, clock), disposeHandler: true);
#pragma warning restore CA2000
    }

    // One client for each configuration: they are light, and must not be shared between simulators.
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;

    public override string? GetConfigUniqueString(IClientConfig clientConfig) => null;
}
