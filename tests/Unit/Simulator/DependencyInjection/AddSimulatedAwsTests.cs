using Amazon.ECR;
using Amazon.ECS;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Environments;
using BlueGreen.Ecs.Tests.Unit.Deploying;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.DependencyInjection;

public sealed class AddSimulatedAwsTests
{
    private const string Region = "ap-northeast-1";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deployer_InEitherOrder_DeploysInVirtualTime(bool simulatorFirst)
    {
        var services = new ServiceCollection();
        services = simulatorFirst ? Simulate(services) : services;
        services.AddBlueGreenEcs();
        await using var provider = (simulatorFirst ? services : Simulate(services)).BuildServiceProvider();
        var aws = provider.GetRequiredService<AwsSimulator>();
        await SeedEnvironment.CreateAsync(aws, cancellationToken: CancellationToken);
        var began = aws.Clock.GetUtcNow();

        var result = await aws.Clock.DriveAsync(provider.GetRequiredService<IDeployer>().DeployAsync(TestBench.Deploy().Build(), cancellationToken: CancellationToken));

        result.Outcome.Should().Be(DeploymentOutcome.Succeeded);
        provider.GetRequiredService<TimeProvider>().Should().BeSameAs(aws.Clock);
        (aws.Clock.GetUtcNow() - began).Should().BeGreaterThan(TimeSpan.FromMinutes(10), "the canary's pause and the termination wait have passed");
    }

    [Fact]
    public async Task Deployer_SameSeed_MeetsTheSameHistory()
    {
        (await HistoryAsync()).Should().Be(await HistoryAsync());

        static async Task<string> HistoryAsync()
        {
            await using var provider = Simulate(new ServiceCollection()).AddBlueGreenEcs().BuildServiceProvider();
            var aws = provider.GetRequiredService<AwsSimulator>();
            await SeedEnvironment.CreateAsync(aws, cancellationToken: CancellationToken);
            await aws.Clock.DriveAsync(provider.GetRequiredService<IDeployer>().DeployAsync(TestBench.Deploy().Build(), cancellationToken: CancellationToken));
            return aws.History.ToString();
        }
    }

    [Fact]
    public async Task ClientOfAddAWSService_ReachesTheSimulator()
    {
        var services = new ServiceCollection();
        services.AddAWSService<IAmazonECS>();
        services.AddSimulatedAws(options => options.Region = Region);
        services.AddAWSService<IAmazonECR>();
        await using var provider = services.BuildServiceProvider();
        await SeedEnvironment.CreateAsync(provider.GetRequiredService<AwsSimulator>(), cancellationToken: CancellationToken);

        var clusters = await provider.GetRequiredService<IAmazonECS>().ListClustersAsync(new(), CancellationToken);
        var repositories = await provider.GetRequiredService<IAmazonECR>().DescribeRepositoriesAsync(new(), CancellationToken);

        clusters.ClusterArns.Should().Equal($"arn:aws:ecs:{Region}:123456789012:cluster/web");
        repositories.Repositories.Should().ContainSingle();
    }

    [Fact]
    public async Task HostsOwnSettings_AreReplaced()
    {
        await using var provider = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddDefaultAWSOptions(new AWSOptions { Credentials = new BasicAWSCredentials("AKIAREAL", "secret"), Region = Amazon.RegionEndpoint.EUWest1 })
            .AddSimulatedAws(options => options.Seed = 7)
            .AddSimulatedAws(options => options.Account = "000000000001")
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var options = provider.GetRequiredService<AWSOptions>();

        provider.GetServices<AwsSimulator>().Should().ContainSingle().Which.World.Options.Should().BeEquivalentTo(new { Seed = 7, Account = "000000000001" });
        provider.GetServices<TimeProvider>().Should().ContainSingle().Which.Should().BeOfType<SimulatorClock>();
        (await options.Credentials.GetCredentialsAsync()).AccessKey.Should().Be("simulated");
        options.Region.Should().BeNull();
        new Uri(options.DefaultClientConfig.ServiceURL).IsLoopback.Should().BeTrue();
    }

    [Fact]
    public async Task WrongOption_IsToldWhenTheSimulatorIsMade()
    {
        await using var provider = new ServiceCollection().AddSimulatedAws(options => options.Region = " ").BuildServiceProvider();

        provider.Invoking(one => one.GetRequiredService<AwsSimulator>()).Should().Throw<ArgumentException>().WithMessage("The region is empty. Give one*");
    }

    private static ServiceCollection Simulate(ServiceCollection services)
    {
        services.AddSimulatedAws(options => options.Region = Region);
        return services;
    }
}
