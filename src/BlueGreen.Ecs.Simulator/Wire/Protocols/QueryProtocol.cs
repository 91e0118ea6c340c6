using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols;

/// <summary>The query protocol: form parameters in, XML out.</summary>
internal sealed class QueryProtocol : IProtocol
{
    private const string ContentType = "text/xml";
    private const string RequestIdHeader = "x-amzn-RequestId";

    public static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    public string UnknownOperation => "InvalidAction";

    public JsonObject Read(WireRequest request, Shape input) => QueryReader.Structure(QueryParameters.Of(request), input);

    public WireReply Write(ServiceModel service, Operation operation, JsonObject output, string requestId) =>
        new(200, ContentType, Document(xml =>
        {
            xml.WriteStartElement(operation.Name + "Response", service.XmlNamespace);
            xml.WriteStartElement(operation.Name + "Result");
            Structure(xml, output, operation.Output);
            xml.WriteEndElement();
            xml.WriteStartElement("ResponseMetadata");
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }), (RequestIdHeader, requestId));

    public WireReply WriteError(ServiceModel? service, AwsErrorException error, string requestId) =>
        new((int)error.Status, ContentType, Document(xml =>
        {
            xml.WriteStartElement("ErrorResponse", service?.XmlNamespace ?? "");
            xml.WriteStartElement("Error");
            xml.WriteElementString("Type", (int)error.Status < 500 ? "Sender" : "Receiver");
            xml.WriteElementString("Code", error.Code);
            xml.WriteElementString("Message", error.Message);
            xml.WriteEndElement();
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
        }), (RequestIdHeader, requestId));

    private static byte[] Document(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            write(xml);
        }

        return buffer.ToArray();
    }

    private static void Structure(XmlWriter xml, JsonObject value, Shape shape)
    {
        foreach (var member in shape.Members)
        {
            if (value[member.Name] is { } found)
            {
                xml.WriteStartElement(member.Name);
                Value(xml, found, member.Shape);
                xml.WriteEndElement();
            }
        }
    }

    private static void Value(XmlWriter xml, JsonNode value, Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                Structure(xml, value.AsObject(), shape);
                break;
            case ShapeKind.List:
                foreach (var element in value.AsArray())
                {
                    xml.WriteStartElement("member");
                    Value(xml, element!, shape.Element!);
                    xml.WriteEndElement();
                }

                break;
            case ShapeKind.Map:
                foreach (var (key, entry) in value.AsObject())
                {
                    xml.WriteStartElement("entry");
                    xml.WriteElementString("key", key);
                    xml.WriteStartElement("value");
                    Value(xml, entry!, shape.Element!);
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                }

                break;
            case ShapeKind.Timestamp:
                xml.WriteString(Iso(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)));
                break;
            default:
                xml.WriteString(value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());
                break;
        }
    }

    private static string Iso(double seconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
