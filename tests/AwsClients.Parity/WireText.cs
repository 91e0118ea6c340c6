using System.Collections;
using System.Globalization;
using System.Security;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace BlueGreen.Ecs.Tests.AwsClients.Parity;

/// <summary>
/// Writes a graph as a service would answer it. The wire names equal the properties' names in the services compared, but for a
/// few members of SQS; those are read by neither side. Members that nobody knows are mixed in.
/// </summary>
internal static class WireText
{
    public static JsonNode? Json(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        float number => JsonValue.Create(number),
        DateTime time => JsonValue.Create((time - DateTime.UnixEpoch).TotalSeconds),
        MemoryStream blob => JsonValue.Create(Convert.ToBase64String(blob.ToArray())),
        ConstantClass constant => JsonValue.Create(constant.Value),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, Json(map[key])))),
        IList list => new JsonArray([.. list.Cast<object>().Select(Json)]),
        _ => JsonMembers(value),
    };

    /// <summary>The members of a structure, without its element.</summary>
    public static string Xml(object value) => value switch
    {
        string text => SecurityElement.Escape(text),
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        MemoryStream blob => Convert.ToBase64String(blob.ToArray()),
        ConstantClass constant => SecurityElement.Escape(constant.Value),
        IList list => string.Concat(list.Cast<object>().Select(item => $"<member>{Xml(item)}</member>")),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => XmlMembers(value),
    };

    private static JsonObject JsonMembers(object value)
    {
        var members = new JsonObject { ["unknownMember"] = new JsonObject { ["x"] = new JsonArray(1, 2) }, ["NullMember"] = null };
        foreach (var property in SharedProperties.Of(value.GetType()))
        {
            if (property.GetValue(value) is { } member)
            {
                members[property.Name] = Json(member);
            }
        }

        return members;
    }

    private static string XmlMembers(object value)
    {
        var members = SharedProperties.Of(value.GetType())
            .Select(property => (property.Name, Value: property.GetValue(value)))
            .Where(member => member.Value is not null)
            .Select(member => $"\n  <{member.Name}>{Xml(member.Value!)}</{member.Name}>");
        return string.Concat(members) + "<Unknown a=\"b\"><deep><member/></deep></Unknown>";
    }
}
