using Amazon;
using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using BlueGreen.Ecs;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreen.Cli;

/// <summary>Where AWS is, and what connects to it: endpoint and region as given, or as the AWS SDKs find them; credentials always as they find them.</summary>
internal static class AwsConnection
{
    /// <summary>What the environment says of the endpoint; the same variable as every AWS SDK's.</summary>
    public static string? DefaultEndpoint => EnvironmentVariable.Find("AWS_ENDPOINT_URL");

    /// <summary>What the environment says of the region: the SDKs' variable, and the AWS CLI's own.</summary>
    public static string? DefaultRegion => EnvironmentVariable.Find("AWS_REGION") ?? EnvironmentVariable.Find("AWS_DEFAULT_REGION");

    /// <summary>The region as given, of the service's ARN, or of the environment.</summary>
    public static string? RegionOf(Deployment deployment, string? given) => given ?? deployment.Service.Region ?? DefaultRegion;

    public static ServiceProvider Connect(Uri? endpoint, string? region, TimeSpan pollInterval)
    {
        var options = new AWSOptions();
        if (endpoint is not null)
        {
            options.DefaultClientConfig.ServiceURL = endpoint.AbsoluteUri;
            options.DefaultClientConfig.AuthenticationRegion = region ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName;
        }
        else if (region is not null)
        {
            options.Region = RegionEndpoint.GetBySystemName(region);
        }

        return new ServiceCollection()
            .AddDefaultAWSOptions(options)
            .AddBlueGreenEcs(deployer => deployer.PollInterval = pollInterval)
            .BuildServiceProvider();
    }
}
