using Amazon.Runtime.Internal.Transform;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>Reads random responses with both, and compares what was read.</summary>
internal static class Responses
{
    private static readonly Lazy<Comparison> Run = new(Compare);

    public static Comparison Comparison => Run.Value;

    private static Comparison Compare()
    {
        var types = Peers.OurResponses.ToList();
        var differences = from type in types
                          from seed in Enumerable.Range(0, Requests.Seeds)
                          let difference = Difference(type, seed)
                          where difference is not null
                          select $"{type.FullName}: {difference}";
        return new Comparison(types.Count, types.Count * Requests.Seeds, [.. differences]);
    }

    private static string? Difference(Type type, int seed)
    {
        var official = Peers.OfficialUnmarshaller(type);
        var graph = RandomGraph.Of(type, seed);
        var body = official is XmlResponseUnmarshaller ? XmlBody(type, graph) : WireText.Json(graph)!.ToJsonString();
        var ourText = Dump.Of(CannedResponse.Read(Peers.OurUnmarshaller(type), body));
        var officialText = Dump.Of(CannedResponse.Read(official, body));
        return string.Equals(ourText, officialText, StringComparison.Ordinal) ? null : Dump.Difference(ourText, officialText);
    }

    private static string XmlBody(Type type, object graph)
    {
        var result = Peers.OperationOf(type) + "Result";
        return $"<{type.Name} xmlns=\"https://x/\"><{result}>{WireText.Xml(graph)}</{result}>"
            + $"<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></{type.Name}>";
    }
}
