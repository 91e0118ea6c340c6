using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>Resolves the endpoint of every region with both.</summary>
internal static class Endpoints
{
    private static readonly Lazy<Comparison> Run = new(Compare);

    public static Comparison Comparison => Run.Value;

    private static Comparison Compare()
    {
        // Without the pseudo-region that only S3 knows.
        var regions = RegionEndpoint.EnumerableAllRegions.Where(region => region.SystemName is not "us-east-1-regional");
        var cases = (from type in Peers.OurConfigs
                     from region in regions
                     from variant in Enumerable.Range(0, 4)
                     select (Type: type, Region: region, Fips: variant % 2 == 1, DualStack: variant > 1)).ToList();
        var differences = from one in cases
                          let ours = Resolve(one.Type, one.Region, one.Fips, one.DualStack)
                          let official = Resolve(Peers.OfficialOf(one.Type), one.Region, one.Fips, one.DualStack)
                          where !string.Equals(ours, official, StringComparison.Ordinal)
                          select $"{one}: ours {ours}, official {official}";
        return new Comparison(Peers.OurConfigs.Count(), cases.Count, [.. differences]);
    }

    private static string Resolve(Type type, RegionEndpoint region, bool fips, bool dualStack)
    {
        var config = (ClientConfig)Activator.CreateInstance(type)!;
        config.RegionEndpoint = region;
        config.UseFIPSEndpoint = fips;
        config.UseDualstackEndpoint = dualStack;
        try
        {
            return config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new AnyRequest())).URL;
        }
        catch (AmazonClientException)
        {
            return "none";
        }
    }

    private sealed class AnyRequest : AmazonWebServiceRequest;
}
