using Amazon.Runtime;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

public sealed class ConfigTests
{
    [Fact]
    public void Endpoints_OfEveryRegion_AreThoseOfTheOfficialPackages()
    {
        Endpoints.Comparison.Differences.Should().BeEmpty();
    }

    [Fact]
    public void Config_OfEveryService_NamesTheServiceAsTheOfficialPackage()
    {
        Peers.OurConfigs.Select(Facts).Should().Equal(Peers.OurConfigs.Select(type => Facts(Peers.OfficialOf(type))));
    }

    [Fact]
    public void UserAgent_OfEveryService_NamesTheSdkAndThisLibrary()
    {
        Peers.OurConfigs.Select(type => ((ClientConfig)Activator.CreateInstance(type)!).UserAgent).Should()
            .OnlyContain(agent => agent.StartsWith("aws-sdk-dotnet", StringComparison.Ordinal) && agent.Contains(" lib/bluegreen-ecs#", StringComparison.Ordinal));
    }

    private static string Facts(Type type)
    {
        var config = (ClientConfig)Activator.CreateInstance(type)!;
        return $"{config.ServiceId} {config.AuthenticationServiceName} {config.RegionEndpointServiceName} {config.ServiceVersion} "
            + $"{config.RetryMode} {config.MaxErrorRetry} {config.ConnectTimeout} {config.Timeout}";
    }
}
