using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using BlueGreen.Ecs.Benchmarks.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Benchmarks.Watching;

/// <summary>Deployments by this library, all of one process, with its options as they are by default.</summary>
internal sealed class OwnDeployments : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly ServiceProvider _services;

    public OwnDeployments(TimeProvider time, Uri endpoint)
    {
        _time = time;
        var options = new AWSOptions { Credentials = new BasicAWSCredentials("test", "test") };
        (options.DefaultClientConfig.ServiceURL, options.DefaultClientConfig.AuthenticationRegion) = (endpoint.AbsoluteUri, Fleet.RegionOf(0));
        _services = new ServiceCollection().AddDefaultAWSOptions(options).AddBlueGreenEcs().BuildServiceProvider();
    }

    /// <returns>When it was known that the deployment had succeeded.</returns>
    public async Task<DateTimeOffset> DeployAsync(int service)
    {
        var deployment = Deployment
            .For($"{Fleet.Application}/{Fleet.NameOf(service)}")
            .WithTaskDef(running => running.WithContainer("app", container => container.WithImage(DetectionReport.ImageOf(service))))
            .WithCodeDeploy(Fleet.Application, Fleet.NameOf(service))
            .Shift(TrafficShift.AllAtOnce)
            .Build();
        var result = await _services.GetRequiredService<IDeployer>().DeployAsync(deployment);
        return result.Outcome == DeploymentOutcome.Succeeded ? _time.GetUtcNow() : throw new InvalidOperationException(result.Reason);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
