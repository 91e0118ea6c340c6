using System.Net.Http.Headers;
using System.Xml.Linq;

namespace BlueGreen.Ecs.Tests.Integration.BackEnds;

/// <summary>Makes a network by plain calls of EC2's query protocol, for back ends that want a real one; EC2 is no service of this library.</summary>
internal static class Ec2Network
{
    public static async Task<Network> CreateAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = endpoint };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", "Credential=test/20260101/ap-northeast-1/ec2/aws4_request, SignedHeaders=host, Signature=0");
        var vpc = await CallAsync("vpcId", ("Action", "CreateVpc"), ("CidrBlock", "10.0.0.0/16"));
        var first = await CallAsync("subnetId", ("Action", "CreateSubnet"), ("VpcId", vpc), ("CidrBlock", "10.0.1.0/24"), ("AvailabilityZone", "ap-northeast-1a"));
        var second = await CallAsync("subnetId", ("Action", "CreateSubnet"), ("VpcId", vpc), ("CidrBlock", "10.0.2.0/24"), ("AvailabilityZone", "ap-northeast-1c"));
        return new(vpc, [first, second]);

        async Task<string> CallAsync(string result, params (string Name, string Value)[] members)
        {
            using var form = new FormUrlEncodedContent(members.Append(("Version", "2016-11-15")).Select(member => KeyValuePair.Create(member.Item1, member.Item2)));
            using var answer = await client.PostAsync(new Uri("/", UriKind.Relative), form, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            answer.IsSuccessStatusCode.Should().BeTrue(text);
            return XDocument.Parse(text).Descendants().First(element => element.Name.LocalName == result).Value;
        }
    }
}
