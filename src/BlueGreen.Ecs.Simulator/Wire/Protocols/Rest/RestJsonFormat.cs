using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols.Rest;

/// <summary>Bodies of <c>rest-json</c>, as Lambda has them.</summary>
internal sealed class RestJsonFormat : IRestFormat
{
    public string ContentType => "application/json";

    public string RequestIdHeader => "x-amzn-RequestId";

    public AwsErrorException Unknown => new("UnknownOperationException", "The request names no operation that the simulator knows.", HttpStatusCode.NotFound);

    public JsonObject Read(ReadOnlyMemory<byte> body, Shape structure) => JsonProtocol.Parse(body);

    public byte[] Write(Operation operation, string? root, JsonObject value, Shape structure) => Encoding.UTF8.GetBytes(value.ToJsonString());

    public (byte[] Body, (string Name, string Value)[] Headers) WriteError(AwsErrorException error, string requestId)
    {
        var body = error.Members.DeepClone().AsObject();
        (body["Type"], body["Message"]) = ((int)error.Status < 500 ? "User" : "Service", error.Message);
        return (Encoding.UTF8.GetBytes(body.ToJsonString()), [("x-amzn-ErrorType", error.Code)]);
    }
}
