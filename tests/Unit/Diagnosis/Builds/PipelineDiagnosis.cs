using Amazon.CloudWatchLogs;
using Amazon.CodeBuild;
using Amazon.CodePipeline;
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
        var credentials = new BasicAWSCredentials("test", "test");
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(world.World.Simulator.Clock)
            .AddSingleton<IAmazonCodeBuild>(new AmazonCodeBuildClient(credentials, Connect(new AmazonCodeBuildConfig())))
            .AddSingleton<IAmazonCodePipeline>(new AmazonCodePipelineClient(credentials, Connect(new AmazonCodePipelineConfig())))
            .AddSingleton<IAmazonCloudWatchLogs>(new AmazonCloudWatchLogsClient(credentials, Connect(new AmazonCloudWatchLogsConfig())))
            .AddBlueGreenEcs()
            .BuildServiceProvider();

        TConfig Connect<TConfig>(TConfig config)
            where TConfig : ClientConfig
        {
            world.World.Simulator.Connect(config, world.Seed.Region);
            config.MaxErrorRetry = 0;
            return config;
        }
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
