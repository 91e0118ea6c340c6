using DotNet.Testcontainers.Builders;
using Testcontainers.LocalStack;

namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>
/// LocalStack in a container. BLUEGREEN_LOCALSTACK_IMAGE names the image and LOCALSTACK_AUTH_TOKEN its licence, without which LocalStack has no ECS.
/// Skipped where no Docker engine answers.
/// </summary>
internal sealed class LocalStackBackEnd : IBackEnd
{
    private readonly LocalStackContainer _container;

    private LocalStackBackEnd(LocalStackContainer container) => _container = container;

    public Uri Endpoint => new(_container.GetConnectionString());

    public bool MovesDeployments => false;

    public static async Task<LocalStackBackEnd> StartAsync(CancellationToken cancellationToken)
    {
        var image = Environment.GetEnvironmentVariable("BLUEGREEN_LOCALSTACK_IMAGE");
        Assert.SkipWhen(string.IsNullOrEmpty(image), "BLUEGREEN_LOCALSTACK_IMAGE names no LocalStack image.");
        try
        {
            var container = new LocalStackBuilder(image!)
                .WithEnvironment("LOCALSTACK_AUTH_TOKEN", Environment.GetEnvironmentVariable("LOCALSTACK_AUTH_TOKEN") ?? string.Empty)
                .Build();
            await container.StartAsync(cancellationToken);
            return new(container);
        }
        catch (DockerUnavailableException exception)
        {
            Assert.Skip($"No Docker engine answers: {exception.Message}");
            throw;
        }
    }

    public Task<Network> CreateNetworkAsync(CancellationToken cancellationToken) => Ec2Network.CreateAsync(Endpoint, cancellationToken);

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
