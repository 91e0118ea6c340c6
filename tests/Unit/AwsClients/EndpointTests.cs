using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace BlueGreen.Ecs.Tests.Unit.AwsClients;

public sealed class EndpointTests
{
    /// <summary>Hosts by AWS's own endpoint rules, see <c>models/endpoints.py</c>.</summary>
    public static TheoryData<string> Services => [.. Table().Select(row => row[0]).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Services))]
    public void Endpoint_InEveryPartition_IsThatOfAwsRules(string service)
    {
        var config = typeof(Amazon.ECS.AmazonECSConfig).Assembly.GetExportedTypes()
            .Single(type => type.IsSubclassOf(typeof(ClientConfig)) && string.Equals(type.Namespace, "Amazon." + service, StringComparison.Ordinal));

        foreach (var row in Table().Where(row => string.Equals(row[0], service, StringComparison.Ordinal)))
        {
            string[] found = [Host(config, row[1], false, false), Host(config, row[1], true, false), Host(config, row[1], false, true), Host(config, row[1], true, true)];

            found.Should().Equal(row[2..], "these are the hosts of {0}", row[1]);
        }
    }

    [Fact]
    public void Endpoint_WithServiceUrl_IsThatUrl()
    {
        var config = new Amazon.ECS.AmazonECSConfig { ServiceURL = "http://localhost:4566", AuthenticationRegion = "eu-west-1" };

        Resolve(config).URL.Should().Be("http://localhost:4566/");
    }

    [Fact]
    public void Endpoint_WithServiceUrlAndFips_Throws()
    {
        var config = new Amazon.ECS.AmazonECSConfig { ServiceURL = "http://localhost:4566", UseFIPSEndpoint = true };

        var act = () => Resolve(config);

        act.Should().Throw<AmazonClientException>().WithMessage("*http://localhost:4566*FIPS*choose one*");
    }

    private static IEnumerable<string[]> Table() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "AwsClients", "endpoints.tsv")).Select(line => line.Split('\t'));

    private static string Host(Type type, string region, bool fips, bool dualStack)
    {
        var config = (ClientConfig)Activator.CreateInstance(type)!;
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        config.UseFIPSEndpoint = fips;
        config.UseDualstackEndpoint = dualStack;
        var endpoint = Resolve(config);
        return $"{new Uri(endpoint.URL).Host}{SigningRegion(endpoint)}";
    }

    private static Endpoint Resolve(ClientConfig config) =>
        config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new Amazon.ECS.Model.ListClustersRequest()));

    private static string SigningRegion(Endpoint endpoint) =>
        endpoint.Attributes?["authSchemes"] is IReadOnlyList<object> schemes ? $" {((PropertyBag)schemes[0])["signingRegion"]}" : string.Empty;
}
