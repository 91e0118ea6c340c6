using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>The hosts of a service: by rule <c>prefix[-fips].region.suffix</c>, but for the exceptions given.</summary>
internal sealed class EndpointRules(string prefix, EndpointRule[] exceptions) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters[EndpointParameterNames.Fips] is true;
        var dualStack = parameters[EndpointParameterNames.DualStack] is true;
        if (parameters[EndpointParameterNames.Endpoint] is string { Length: > 0 } custom)
        {
            return fips || dualStack
                ? throw new AmazonClientException(
                    $"The client is to use {custom} (ServiceURL) and {(fips ? "FIPS" : "dual-stack")} endpoints: choose one of the two.")
                : new Endpoint(custom);
        }

        if (parameters[EndpointParameterNames.Region] is not string { Length: > 0 } region)
        {
            throw new AmazonClientException("No region is configured: set RegionEndpoint, or ServiceURL.");
        }

        var partition = Fn.Partition(region);
        var suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        var exception = Array.Find(exceptions, rule => rule.Matches(partition.name, fips, dualStack));
        if (exception is not null)
        {
            return Exceptional(exception, region, partition.implicitGlobalRegion, suffix);
        }

        return (!fips || partition.supportsFIPS) && (!dualStack || partition.supportsDualStack)
            ? new Endpoint($"https://{prefix}{(fips ? "-fips" : string.Empty)}.{region}.{suffix}")
            : throw new AmazonClientException($"The partition {partition.name} has no {(fips ? "FIPS" : "dual-stack")} endpoints.");
    }

    private static Endpoint Exceptional(EndpointRule rule, string region, string global, string suffix)
    {
        var url = "https://" + rule.Host
            .Replace("{region}", region, StringComparison.Ordinal)
            .Replace("{global}", global, StringComparison.Ordinal)
            .Replace("{suffix}", suffix, StringComparison.Ordinal);
        if (rule.SigningRegion.Length == 0)
        {
            return new Endpoint(url);
        }

        var signingRegion = rule.SigningRegion.Replace("{global}", global, StringComparison.Ordinal);
        return new Endpoint(url, $$"""{"authSchemes":[{"name":"sigv4","signingRegion":"{{signingRegion}}"}]}""", headersJson: null);
    }
}
