using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols.Rest;

/// <summary>Finds the operation of a REST request by its method, path and query.</summary>
internal static class RestRouter
{
    private static readonly RestJsonFormat Json = new();
    private static readonly RestXmlFormat Xml = new();

    // What a signed URL of the older kind has in its query.
    private static readonly string[] SignedUrl = ["AWSAccessKeyId", "Signature", "Expires"];

    /// <returns>The protocol as this request speaks it, and the operation's name, which is empty where there is none.</returns>
    public static (RestProtocol Protocol, string Operation) Find(ServiceModel service, WireRequest request)
    {
        var query = RestQuery.Of(request);
        var (labels, operation) = service.Operations.Values
            .Where(one => one.Route!.Method == request.Method && one.Route.Query.All(wanted => query.Any(pair => pair.Key == wanted.Key && (wanted.Value.Length == 0 || pair.Value == wanted.Value))))
            .Select(one => (Labels: one.Route!.Match(request.Path), Operation: one))
            .Where(one => one.Labels is not null && !(service.IsRestXml && AsksForMore(one.Operation, query)))
            .OrderByDescending(one => one.Operation.Route!.Query.Count)
            .ThenByDescending(one => Fitting(one.Operation, request, query))
            .FirstOrDefault();
        return (new RestProtocol(service.IsRestXml ? Xml : Json, labels ?? new Dictionary<string, string>(StringComparer.Ordinal)), operation?.Name ?? string.Empty);
    }

    // S3 tells many operations apart by a parameter alone: one that the operation does not know means another operation.
    private static bool AsksForMore(Operation operation, IReadOnlyList<KeyValuePair<string, string>> query) => query.Any(pair =>
        !pair.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase)
        && !SignedUrl.Contains(pair.Key, StringComparer.Ordinal)
        && !operation.Route!.Query.Any(known => known.Key == pair.Key)
        && !operation.Input.Members.Any(member => member.Place.Location is MemberLocation.Query && member.Place.WireName == pair.Key));

    // Where the path is the same, as of PutObject and CopyObject, required headers and parameters decide.
    private static int Fitting(Operation operation, WireRequest request, IReadOnlyList<KeyValuePair<string, string>> query) => operation.Input.Members.Where(member => member.IsRequired).Sum(member => member.Place.Location switch
    {
        MemberLocation.Header => request.Headers.ContainsKey(member.Place.WireName) ? 1 : -1,
        MemberLocation.Query => query.Any(pair => pair.Key == member.Place.WireName) ? 1 : -1,
        _ => 0,
    });
}
