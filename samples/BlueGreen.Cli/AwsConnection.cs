using System.CommandLine;
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

    public static Option<string?> EndpointOption() => new("--endpoint-url")
    {
        Description = "Where AWS is, such as http://127.0.0.1:4566. Default: AWS_ENDPOINT_URL, or AWS itself.",
        DefaultValueFactory = _ => DefaultEndpoint,
    };

    public static Option<string?> RegionOption() => new("--region") { Description = "The region. Default: the ARN's, AWS_REGION, AWS_DEFAULT_REGION, or the profile's." };

    /// <returns>The endpoint; none where none is given, or it is a problem.</returns>
    public static Uri? ReadEndpoint(string? url, List<string> problems)
    {
        if (url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            return url is null ? null : new Uri(url);
        }

        problems.Add($"--endpoint-url: '{url}' is no address. Allowed is one such as http://127.0.0.1:4566.");
        return null;
    }

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
