using Amazon.CodeDeploy;
using Amazon.ECS;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;

namespace BlueGreen.Ecs.Tests.Integration.Samples;

/// <summary>The seed's environment on a port, for the command line tool to deploy to.</summary>
internal sealed class CliBench : IAsyncDisposable
{
    private readonly AwsSimulator _simulator;

    private CliBench(AwsSimulator simulator, SeedEnvironment seed, Uri endpoint)
    {
        (_simulator, Seed, Endpoint) = (simulator, seed, endpoint);
        var credentials = new BasicAWSCredentials("any", "any");
        Ecs = new AmazonECSClient(credentials, simulator.Connect(new AmazonECSConfig(), seed.Region));
        CodeDeploy = new AmazonCodeDeployClient(credentials, simulator.Connect(new AmazonCodeDeployConfig(), seed.Region));
    }

    public SeedEnvironment Seed { get; }

    public Uri Endpoint { get; }

    public IAmazonECS Ecs { get; }

    public IAmazonCodeDeploy CodeDeploy { get; }

    /// <param name="timeScale">How fast time passes. Default: it stands still.</param>
    /// <param name="hasRealTraffic">Whether the load balancer answers on ports of its own. Default: no.</param>
    public static async Task<CliBench> StartAsync(double? timeScale = null, bool hasRealTraffic = false)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
#pragma warning disable CA2000 // The bench disposes of it.
        var simulator = new AwsSimulator(new() { TimeScale = timeScale, RealTraffic = hasRealTraffic });
#pragma warning restore CA2000
        var seed = await SeedEnvironment.CreateAsync(simulator, cancellationToken: cancellationToken);
        return new(simulator, seed, await simulator.ListenAsync(cancellationToken: cancellationToken));
    }

    /// <summary>Runs <c>deploy</c> with the seed's files, unless told otherwise.</summary>
    public SampleProgram Deploy(string? awaited = null, string service = "web/labo-terraform-admin", string taskDefinition = "Fixtures/seed/taskdef.json", params IEnumerable<string> more) =>
        SampleProgram.Cli(Endpoint, awaited,
        [
            "deploy", "--service", service, "--task-definition", taskDefinition, "--appspec", "Fixtures/seed/appspec.yaml",
            "--image", $"IMAGE1_NAME={Seed.ImageV2}", "--poll-interval", "0.1", .. more,
        ]);

    public async ValueTask DisposeAsync()
    {
        Ecs.Dispose();
        CodeDeploy.Dispose();
        await _simulator.DisposeAsync();
    }
}
