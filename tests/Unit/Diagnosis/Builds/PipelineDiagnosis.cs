using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using BlueGreen.Ecs.Tests.Unit.Simulator.CodePipeline;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Diagnosis.Builds;

/// <summary>The seed's pipeline in virtual time, and who diagnoses it.</summary>
internal sealed class PipelineDiagnosis : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PipelineDiagnosis(PipelineWorld world)
    {
        World = world;
        var simulator = world.World.Simulator;
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(simulator.Clock)
            .AddSingleton(simulator.HttpClientFactory)
            .AddSingleton(new AWSOptions
            {
                Credentials = new BasicAWSCredentials("test", "test"),
                DefaultClientConfig = { ServiceURL = "http://simulator", AuthenticationRegion = world.Seed.Region, MaxErrorRetry = 0 },
            })
            .AddBlueGreenEcs()
            .BuildServiceProvider();
    }

    public PipelineWorld World { get; }

    public IBuildDiagnostician Diagnostician => _services.GetRequiredService<IBuildDiagnostician>();

    public static async Task<PipelineDiagnosis> CreateAsync() => new(await PipelineWorld.CreateAsync());

    /// <summary>Runs the pipeline until it has failed, and has that diagnosed.</summary>
    public async Task<FailureDiagnosis> FailAsync()
    {
        World.Finish().Should().Be("Failed");
        return await Diagnostician.DiagnosePipelineAsync(PipelineWorld.Name, cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await World.DisposeAsync();
    }
}
