using Amazon.ECR;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Tests.Integration.Support;

namespace BlueGreen.Ecs.Tests.Integration.Simulator;

/// <summary>Replies that never come, over a real port: what clients of others and .NET's see, and what has become of the call.</summary>
public sealed class FaultyWireTests
{
    // Without retries; the connection is closed without an answer.
    private const string CreateRepository =
        """
        import boto3, botocore.exceptions, sys
        from botocore.config import Config
        ecr = boto3.client('ecr', config=Config(retries={'total_max_attempts': 1}))
        try:
            ecr.create_repository(repositoryName='web')
            assert False, 'an answer has come'
        except botocore.exceptions.ConnectionClosedError:
            pass
        print(len(ecr.describe_repositories()['repositories']))
        """;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NoReply_ByBoto3_IsAClosedConnection(bool performed)
    {
        await using var simulator = new AwsSimulator(new() { TimeScale = 600 });
        var endpoint = await ListenAsync(simulator, performed);

        var output = await PythonScript.RunWithBoto3Async(CreateRepository, endpoint, CancellationToken);

        output.Trim().Should().Be(performed ? "1" : "0");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NoReply_ByADotNetClient_IsABrokenConnection(bool performed)
    {
        await using var simulator = new AwsSimulator(new() { TimeScale = 600 });
        var endpoint = await ListenAsync(simulator, performed);
        using var ecr = Client(endpoint, retries: 0);

        var call = () => ecr.CreateRepositoryAsync(new() { RepositoryName = "web" }, CancellationToken);

        await call.Should().ThrowAsync<IOException>();
        (await ecr.DescribeRepositoriesAsync(new(), CancellationToken)).Repositories.Should().HaveCount(performed ? 1 : 0);
    }

    [Fact]
    public async Task LostReply_ByADotNetClientThatRetries_MeetsItsOwnEffect()
    {
        await using var simulator = new AwsSimulator();
        var endpoint = await ListenAsync(simulator, performed: true);
        using var ecr = Client(endpoint, retries: 2);

        var call = () => ecr.CreateRepositoryAsync(new() { RepositoryName = "web" }, CancellationToken);

        await call.Should().ThrowAsync<Amazon.ECR.Model.RepositoryAlreadyExistsException>();
    }

    // A lost reply comes after the effect, a call that times out has none: 30 simulated seconds are 50 ms.
    private static Task<Uri> ListenAsync(AwsSimulator simulator, bool performed)
    {
        var first = simulator.Faults.On("ecr:CreateRepository").Call(1);
        _ = performed ? first.LoseReply() : first.TimeOut(TimeSpan.FromSeconds(30));
        return simulator.ListenAsync(cancellationToken: CancellationToken);
    }

    // The SDK takes a connection that breaks before the answer for one that has grown old, and repeats such calls by a setting of its own.
    private static AmazonECRClient Client(Uri endpoint, int retries) => new(
        new BasicAWSCredentials("any", "any"),
        new AmazonECRConfig { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "eu-west-1", MaxErrorRetry = retries, MaxStaleConnectionRetries = retries });
}
