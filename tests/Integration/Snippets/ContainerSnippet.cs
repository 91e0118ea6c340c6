using Amazon.ECS;
using Amazon.Runtime;
using Testcontainers.LocalStack;

namespace BlueGreen.Ecs.Tests.Integration.Snippets;

/// <summary>The code of docs/simulator.md that needs a Docker engine; the walk over back ends runs the like.</summary>
internal static class ContainerSnippet
{
    public static async Task<int> CountClustersAsync(CancellationToken cancellationToken)
    {
        await using var container = new LocalStackBuilder("localstack/localstack:2.0")
            .WithEnvironment("BLUEGREEN_TIME_SCALE", "600") // ten minutes in a second
            .Build();
        await container.StartAsync(cancellationToken);
        using var ecs = new AmazonECSClient(
            new BasicAWSCredentials("any", "any"),
            new AmazonECSConfig { ServiceURL = container.GetConnectionString(), AuthenticationRegion = "eu-west-1" });
        return (await ecs.ListClustersAsync(new(), cancellationToken)).ClusterArns?.Count ?? 0;
    }
}
