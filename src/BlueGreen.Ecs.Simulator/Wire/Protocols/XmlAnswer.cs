using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols;

/// <summary>Writes an answer as XML, by the shapes of the model.</summary>
/// <param name="nameOf">What a member is called.</param>
/// <param name="element">What an element of a list is called.</param>
internal sealed class XmlAnswer(Func<ShapeMember, string> nameOf, string element)
{
    public const string ContentType = "text/xml";

    public static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    public static byte[] Document(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            write(xml);
        }

        return buffer.ToArray();
    }

    public void Structure(XmlWriter xml, JsonObject value, Shape shape)
    {
        foreach (var member in shape.Members)
        {
            if (value[member.Name] is { } found)
            {
                xml.WriteStartElement(nameOf(member));
                Value(xml, found, member.Shape);
                xml.WriteEndElement();
            }
        }
    }

    private void Value(XmlWriter xml, JsonNode value, Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                Structure(xml, value.AsObject(), shape);
                break;
            case ShapeKind.List:
                foreach (var one in value.AsArray())
                {
                    xml.WriteStartElement(element);
                    Value(xml, one!, shape.Element!);
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
