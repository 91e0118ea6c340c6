using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols;

/// <summary>Smithy RPC v2 CBOR, the first choice of current SDKs for CloudWatch.</summary>
internal sealed class CborProtocol : IProtocol
{
    private const string ContentType = "application/cbor";
    private static readonly (string, string) ProtocolHeader = ("smithy-protocol", "rpc-v2-cbor");

    public string UnknownOperation => "UnknownOperationException";

    public JsonObject Read(WireRequest request, Shape input)
    {
        if (request.Body.IsEmpty)
        {
            return [];
        }

        try
        {
            return Read(new CborReader(request.Body, CborConformanceMode.Lax)) as JsonObject
                ?? throw new AwsErrorException("SerializationException", "The request body must be a CBOR map.");
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new AwsErrorException("SerializationException", $"The request body is not CBOR: {e.Message}");
        }
    }

    public WireReply Write(ServiceModel service, Operation operation, JsonObject output, string requestId)
    {
        var writer = new CborWriter(CborConformanceMode.Lax, convertIndefiniteLengthEncodings: true);
        Structure(writer, output, operation.Output);
        return new WireReply(200, ContentType, writer.Encode(), ("x-amzn-RequestId", requestId), ProtocolHeader);
    }

    public WireReply WriteError(ServiceModel? service, AwsErrorException error, string requestId)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(2);
        writer.WriteTextString("__type");
        writer.WriteTextString(error.Code);
        writer.WriteTextString("message");
        writer.WriteTextString(error.Message);
        writer.WriteEndMap();
        return new WireReply((int)error.Status, ContentType, writer.Encode(), ("x-amzn-RequestId", requestId), ProtocolHeader);
    }

    private static JsonNode? Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                return ReadMap(reader);
            case CborReaderState.StartArray:
                return ReadArray(reader);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return JsonValue.Create(reader.ReadTextString());
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                return JsonValue.Create(Convert.ToBase64String(reader.ReadByteString()));
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return Number(reader.ReadInt64().ToString(CultureInfo.InvariantCulture));
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                return Number(reader.ReadDouble().ToString("R", CultureInfo.InvariantCulture));
            case CborReaderState.Boolean:
                return JsonValue.Create(reader.ReadBoolean());
            case CborReaderState.Tag:
                reader.ReadTag();
                return Read(reader);
            default:
                reader.SkipValue();
                return null;
        }
    }

    private static JsonObject ReadMap(CborReader reader)
    {
        var map = new JsonObject();
        reader.ReadStartMap();
        while (reader.PeekState() is not CborReaderState.EndMap)
        {
            map[reader.ReadTextString()] = Read(reader);
        }

        reader.ReadEndMap();
        return map;
    }

    private static JsonArray ReadArray(CborReader reader)
    {
        var array = new JsonArray();
        reader.ReadStartArray();
        while (reader.PeekState() is not CborReaderState.EndArray)
        {
            array.Add(Read(reader));
        }

        reader.ReadEndArray();
        return array;
    }

    // By way of text, so that the number can be read as any type of number, as one from a JSON body can.
    private static JsonNode? Number(string text) => text is "NaN" or "Infinity" or "-Infinity" ? JsonValue.Create(text) : JsonNode.Parse(text);

    private static void Structure(CborWriter writer, JsonObject value, Shape shape)
    {
        writer.WriteStartMap(value.Count);
        foreach (var (name, member) in value)
        {
            writer.WriteTextString(name);
            Value(writer, member!, shape.Find(name)!.Shape);
        }

        writer.WriteEndMap();
    }

    private static void Value(CborWriter writer, JsonNode value, Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                Structure(writer, value.AsObject(), shape);
                break;
            case ShapeKind.List:
                writer.WriteStartArray(value.AsArray().Count);
                foreach (var element in value.AsArray())
                {
                    Value(writer, element!, shape.Element!);
                }

                writer.WriteEndArray();
                break;
            case ShapeKind.Map:
                writer.WriteStartMap(value.AsObject().Count);
                foreach (var (key, entry) in value.AsObject())
                {
                    writer.WriteTextString(key);
                    Value(writer, entry!, shape.Element!);
                }

                writer.WriteEndMap();
                break;
            default:
                Scalar(writer, value, shape.Kind);
                break;
        }
    }

    private static void Scalar(CborWriter writer, JsonNode value, ShapeKind kind)
    {
        switch (kind, value.GetValueKind())
        {
            case (ShapeKind.Timestamp, _):
                writer.WriteTag(CborTag.UnixTimeSeconds);
                writer.WriteDouble(Double(value));
                break;
            case (ShapeKind.Blob, _):
                writer.WriteByteString(Convert.FromBase64String(value.GetValue<string>()));
                break;
            case (ShapeKind.Integer, _):
                writer.WriteInt64((long)Double(value));
                break;
            case (_, JsonValueKind.Number):
                writer.WriteDouble(Double(value));
                break;
            case (_, JsonValueKind.True or JsonValueKind.False):
                writer.WriteBoolean(value.GetValueKind() is JsonValueKind.True);
                break;
            default:
                writer.WriteTextString(value.ToString());
                break;
        }
    }

    private static double Double(JsonNode value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
}
