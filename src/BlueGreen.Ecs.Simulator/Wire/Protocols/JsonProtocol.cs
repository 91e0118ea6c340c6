using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols;

/// <summary>AWS JSON 1.0 and 1.1.</summary>
internal sealed class JsonProtocol(string version) : IProtocol
{
    private const string RequestIdHeader = "x-amzn-RequestId";

    public string UnknownOperation => "UnknownOperationException";

    public JsonObject Read(WireRequest request, Shape input) => request.Body.IsEmpty ? [] : Parse(request.Body);

    /// <summary>Reads a body that is not empty.</summary>
    /// <exception cref="AwsErrorException">It is no JSON object.</exception>
    public static JsonObject Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Parse(body.Span) as JsonObject
                ?? throw new AwsErrorException("SerializationException", "The request body must be a JSON object.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new AwsErrorException("SerializationException", $"The request body is not JSON: {e.Message}");
        }
    }

    public WireReply Write(ServiceModel service, Operation operation, JsonObject output, string requestId) =>
        new(200, ContentType, Encoding.UTF8.GetBytes(output.ToJsonString()), (RequestIdHeader, requestId));

    public WireReply WriteError(ServiceModel? service, AwsErrorException error, string requestId)
    {
        var body = error.Members.DeepClone().AsObject();
        (body["__type"], body["message"]) = (error.Code, error.Message);
        return new WireReply((int)error.Status, ContentType, Encoding.UTF8.GetBytes(body.ToJsonString()), (RequestIdHeader, requestId));
    }

    private string ContentType => $"application/x-amz-json-{version}";

    // Objects are read lazily; asking for a count finds a member that is written twice.
    private static JsonNode? Parse(ReadOnlySpan<byte> body)
    {
        var node = JsonNode.Parse(body);
        _ = node is JsonObject root ? root.Count : 0;
        return node;
    }
}
