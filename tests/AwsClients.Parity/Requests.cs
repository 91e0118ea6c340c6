using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>Marshals random requests with both, and compares bodies and headers.</summary>
internal static class Requests
{
    public const int Seeds = 3;

    private static readonly Lazy<Comparison> Run = new(Compare);

    public static Comparison Comparison => Run.Value;

    private static Comparison Compare()
    {
        var types = Peers.OurRequests.ToList();
        var differences = from type in types
                          from seed in Enumerable.Range(0, Seeds)
                          let difference = Difference(type, seed)
                          where difference is not null
                          select $"{type.FullName}: {difference}";
        return new Comparison(types.Count, types.Count * Seeds, [.. differences]);
    }

    private static string? Difference(Type type, int seed)
    {
        var ours = Peers.OurMarshaller(type).Marshall((AmazonWebServiceRequest)RandomGraph.Of(type, seed));
        var official = Peers.OfficialMarshaller(type).Marshall((AmazonWebServiceRequest)RandomGraph.Of(Peers.OfficialOf(type), seed));
        var (ourText, officialText) = (Text(ours), Text(official));
        return string.Equals(ourText, officialText, StringComparison.Ordinal) ? null : Dump.Difference(ourText, officialText);
    }

    private static string Text(IRequest request)
    {
        using var reader = new StreamReader(request.ContentStream);
        var body = reader.ReadToEnd();
        var headers = request.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}\n");
        return $"{request.HttpMethod} {request.ResourcePath}\n{string.Concat(headers)}{Canonical(body)}";
    }

    /// <summary>The order of JSON's members says nothing.</summary>
    private static string Canonical(string body) =>
        body.StartsWith('{') ? Sorted(JsonNode.Parse(body)!).ToJsonString() : body;

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Sorted(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => element is null ? null : Sorted(element))]),
        _ => node.DeepClone(),
    };
}
