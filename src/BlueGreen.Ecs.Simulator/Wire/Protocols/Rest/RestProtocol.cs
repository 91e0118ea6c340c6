using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols.Rest;

/// <summary>A REST protocol as one request speaks it: members stand in the path, the query, headers and the body.</summary>
/// <param name="format">What bodies look like.</param>
/// <param name="labels">The values in the request's path.</param>
internal sealed class RestProtocol(IRestFormat format, IReadOnlyDictionary<string, string> labels) : IProtocol
{
    public string UnknownOperation => format.Unknown.Code;

    public HttpStatusCode UnknownStatus => format.Unknown.Status;

    public JsonObject Read(WireRequest request, Shape input)
    {
        var query = RestQuery.Of(request);
        var hasPayload = input.Members.Any(member => member.Place.Location is MemberLocation.Payload);
        var result = hasPayload || request.Body.IsEmpty || !input.Members.Any(member => member.Place.Location is MemberLocation.Body) ? [] : format.Read(request.Body, input);
        foreach (var member in input.Members)
        {
            var (place, shape) = (member.Place, member.Shape);
            if (place.Location is MemberLocation.Body)
            {
                continue;
            }

            result[member.Name] = place.Location switch
            {
                MemberLocation.Uri => labels.GetValueOrDefault(place.WireName),
                MemberLocation.Query => Texts(query.Where(pair => pair.Key == place.WireName).Select(pair => pair.Value), shape),
                MemberLocation.Header => Texts(request.Headers.TryGetValue(place.WireName, out var header) ? Split(header, shape) : [], shape),
                MemberLocation.Headers => Prefixed(request, place.WireName),
                MemberLocation.Payload => Payload(request.Body, shape),
                _ => null,
            };
        }

        return result;
    }

    public WireReply Write(ServiceModel service, Operation operation, JsonObject output, string requestId)
    {
        var headers = new List<(string, string)> { (format.RequestIdHeader, requestId) };
        var (status, type) = (operation.Route!.Status, "");
        foreach (var member in operation.Output.Members.Where(member => output[member.Name] is not null))
        {
            var value = output[member.Name]!;
            switch (member.Place.Location)
            {
                case MemberLocation.Status:
                    status = output.Int(member.Name)!.Value;
                    break;
                case MemberLocation.Header when member.Place.WireName == "Content-Type":
                    type = value.ToString();
                    break;
                case MemberLocation.Header:
                    status = member.Place.WireName == "Content-Range" ? (int)HttpStatusCode.PartialContent : status;
                    headers.Add((member.Place.WireName, HeaderText(value, member.Shape)));
                    break;
                case MemberLocation.Headers:
                    headers.AddRange(value.AsObject().Select(one => (member.Place.WireName + one.Key, HeaderText(one.Value!, member.Shape.Element!))));
                    break;
            }
        }

        var body = Body(operation, output);
        return new WireReply(status, type.Length > 0 || body.Length == 0 ? type : format.ContentType, body, headers);
    }

    public WireReply WriteError(ServiceModel? service, AwsErrorException error, string requestId)
    {
        var (body, headers) = format.WriteError(error, requestId);
        return new WireReply((int)error.Status, format.ContentType, body, [(format.RequestIdHeader, requestId), .. headers]);
    }

    private byte[] Body(Operation operation, JsonObject output)
    {
        var members = operation.Output.Members;
        if (members.FirstOrDefault(member => member.Place.Location is MemberLocation.Payload) is not { } payload)
        {
            var inBody = members.Where(member => member.Place.Location is MemberLocation.Body).Select(member => member.Name).ToList();
            var rest = new JsonObject(output.Where(one => inBody.Contains(one.Key)).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
            return inBody.Count == 0 ? [] : format.Write(operation, null, rest, operation.Output);
        }

        return (output[payload.Name], payload.Shape.Kind) switch
        {
            (null, _) => [],
            (JsonObject structure, _) => format.Write(operation, payload.Place.WireName, structure, payload.Shape),
            (var bytes, ShapeKind.Blob) => Convert.FromBase64String(bytes.GetValue<string>()),
            var (text, _) => Encoding.UTF8.GetBytes(text.GetValue<string>()),
        };
    }

    private JsonNode? Payload(ReadOnlyMemory<byte> body, Shape shape) => shape.Kind switch
    {
        ShapeKind.Blob => Convert.ToBase64String(body.Span),
        _ when body.IsEmpty => null,
        ShapeKind.Structure => format.Read(body, shape),
        _ => Encoding.UTF8.GetString(body.Span),
    };

    private static JsonNode? Texts(IEnumerable<string> values, Shape shape)
    {
        var all = values.ToList();
        return all.Count == 0 ? null
            : shape.Kind is ShapeKind.List ? new JsonArray([.. all.Select(value => (JsonNode)value)])
            : QueryReader.Scalar(all[0], shape.Kind);
    }

    private static string[] Split(string header, Shape shape) => shape.Kind is ShapeKind.List ? header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [header];

    private static JsonObject? Prefixed(WireRequest request, string prefix)
    {
        var found = request.Headers.Where(header => header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && header.Key.Length > prefix.Length)
            .OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .Select(header => KeyValuePair.Create(header.Key[prefix.Length..].ToLowerInvariant(), (JsonNode?)header.Value)).ToList();
        return found.Count == 0 ? null : new JsonObject(found);
    }

    // Headers are ASCII: other text is encoded as in mail, which is what S3 does.
    private static string HeaderText(JsonNode value, Shape shape)
    {
        if (shape.Kind is ShapeKind.Timestamp)
        {
            return DateTimeOffset.FromUnixTimeSeconds((long)double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture);
        }

        var text = value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return Ascii.IsValid(text) ? text : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
    }
}
