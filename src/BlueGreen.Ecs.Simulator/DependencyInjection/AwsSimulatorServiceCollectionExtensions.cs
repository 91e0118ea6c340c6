using System.Net;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a simulated AWS.</summary>
public static class AwsSimulatorServiceCollectionExtensions
{
    /// <summary>
    /// Puts an <see cref="AwsSimulator"/> in AWS's place: one for the container, its clock as <see cref="TimeProvider"/>, and the <c>AWSOptions</c> of all
    /// clients. Clients that heed a registered <see cref="HttpClientFactory"/>, as those of <c>AddBlueGreenEcs()</c> do, reach it in memory; those of
    /// <c>AddAWSService&lt;T&gt;()</c>, which take nothing but an address, on a loopback port. Call it after the host's own registrations of these three, which
    /// it replaces; for AWS clients the order does not matter.
    /// </summary>
    /// <remarks>
    /// The container disposes of the simulator, and must itself be disposed of asynchronously. Work that waits on <see cref="TimeProvider"/> goes on when the
    /// simulator's clock is moved: see <see cref="SimulatorClock.DriveAsync(Task)"/>.
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options. Default: virtual time, the region us-east-1.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddSimulatedAws(this IServiceCollection services, Action<AwsSimulatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<AwsSimulatorOptions>().Configure(configure ?? (static _ => { }));
        services.TryAddSingleton(static provider => new AwsSimulator(provider.GetRequiredService<IOptions<AwsSimulatorOptions>>().Value));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(static provider => provider.GetRequiredService<AwsSimulator>().Clock));
        services.Replace(ServiceDescriptor.Singleton(static provider => provider.GetRequiredService<AwsSimulator>().HttpClientFactory));
        services.Replace(ServiceDescriptor.Singleton(Connect));
        return services;
    }

    private static AWSOptions Connect(IServiceProvider provider)
    {
        var endpoint = provider.GetRequiredService<AwsSimulator>().Open(IPAddress.Loopback, port: 0).Address;
        return new()
        {
            Credentials = new BasicAWSCredentials("simulated", "simulated"),
            DefaultClientConfig = { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = provider.GetRequiredService<IOptions<AwsSimulatorOptions>>().Value.Region },
        };
    }
}
