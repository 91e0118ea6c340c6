using System.Text.Json.Nodes;
using DotNet.Testcontainers.Builders;
using Testcontainers.LocalStack;

namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>
/// LocalStack in a container, or what answers as it does: eng/simulator-image makes our simulator's. BLUEGREEN_LOCALSTACK_IMAGE names the image and
/// LOCALSTACK_AUTH_TOKEN its licence, without which LocalStack has no ECS. Skipped where no Docker engine answers.
/// </summary>
internal sealed class LocalStackBackEnd : IBackEnd
{
    private readonly LocalStackContainer _container;

    private LocalStackBackEnd(LocalStackContainer container, string edition) => (_container, Edition) = (container, edition);

    public Uri Endpoint => new(_container.GetConnectionString());

    /// <summary>What the container says of itself: <c>bluegreen</c> is our simulator.</summary>
    public string Edition { get; }

    public bool MovesDeployments => Edition == "bluegreen";

    public static async Task<LocalStackBackEnd> StartAsync(ITestOutputHelper output, CancellationToken cancellationToken)
    {
        var image = Environment.GetEnvironmentVariable("BLUEGREEN_LOCALSTACK_IMAGE");
        Assert.SkipWhen(string.IsNullOrEmpty(image), "BLUEGREEN_LOCALSTACK_IMAGE names no LocalStack image.");
        try
        {
            var began = TimeProvider.System.GetTimestamp();
            var container = new LocalStackBuilder(image!)
                .WithEnvironment("LOCALSTACK_AUTH_TOKEN", Environment.GetEnvironmentVariable("LOCALSTACK_AUTH_TOKEN") ?? string.Empty)
                .WithEnvironment("BLUEGREEN_TIME_SCALE", "600")
                .Build();
            await container.StartAsync(cancellationToken);
            var took = TimeProvider.System.GetElapsedTime(began);
            var edition = await ReadEditionAsync(new(container.GetConnectionString()), cancellationToken);
            output.WriteLine(FormattableString.Invariant($"container ready in {took.TotalSeconds:0.0} s: {image}, edition {edition}"));
            return new(container, edition);
        }
        catch (DockerUnavailableException exception)
        {
            Assert.Skip($"No Docker engine answers: {exception.Message}");
            throw;
        }
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private static async Task<string> ReadEditionAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = endpoint };
        var health = JsonNode.Parse(await client.GetStringAsync(new Uri("/_localstack/health", UriKind.Relative), cancellationToken));
        return health?["edition"]?.GetValue<string>() ?? string.Empty;
    }
}
