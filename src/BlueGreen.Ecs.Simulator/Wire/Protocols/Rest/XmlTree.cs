using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols.Rest;

/// <summary>Members as elements, under the names and in the layout of their <see cref="MemberPlace"/>. Namespaces are not looked at.</summary>
internal static class XmlTree
{
    public static JsonObject Read(XElement element, Shape structure)
    {
        var result = new JsonObject();
        foreach (var member in structure.Members.Where(member => member.Place.Location is MemberLocation.Body))
        {
            var found = Named(element, member.Place.WireName).ToList();
            if (found.Count > 0)
            {
                var items = member.Place.IsFlat ? found : Named(found[0], member.Place.Item);
                result.Add(member.Name, member.Shape.Kind is ShapeKind.List ? new JsonArray([.. items.Select(item => Value(item, member.Shape.Element!))]) : Value(found[0], member.Shape));
            }
        }

        return result;
    }

    public static void Write(XElement element, JsonObject value, Shape structure)
    {
        foreach (var member in structure.Members.Where(member => member.Place.Location is MemberLocation.Body && value[member.Name] is not null))
        {
            var (content, place) = (value[member.Name]!, member.Place);
            if (member.Shape.Kind is not ShapeKind.List)
            {
                element.Add(Element(element, place.WireName, content, member.Shape));
                continue;
            }

            var holder = place.IsFlat ? element : new XElement(element.Name.Namespace + place.WireName);
            holder.Add(content.AsArray().Select(item => Element(element, place.IsFlat ? place.WireName : place.Item, item!, member.Shape.Element!)).ToArray());
            if (!place.IsFlat)
            {
                element.Add(holder);
            }
        }
    }

    private static IEnumerable<XElement> Named(XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    private static JsonNode Value(XElement element, Shape shape) => shape.Kind is ShapeKind.Structure ? Read(element, shape) : QueryReader.Scalar(element.Value, shape.Kind);

    private static XElement Element(XElement parent, string name, JsonNode value, Shape shape)
    {
        var element = new XElement(parent.Name.Namespace + name);
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                Write(element, value.AsObject(), shape);
                break;
            case ShapeKind.Timestamp:
                element.Add(DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) * 1000))
                    .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                break;
            default:
                element.Add(value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());
                break;
        }

        return element;
    }
}
