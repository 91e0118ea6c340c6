using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire.Models;

namespace BlueGreen.Ecs.Simulator.Wire.Protocols;

/// <summary>Reads query parameters by the input's shape. A scalar that is not of its type stays text, for the validator to find.</summary>
/// <param name="nameOf">What a member is called.</param>
internal sealed class QueryReader(Func<ShapeMember, string> nameOf)
{
    public JsonObject Structure(QueryParameters at, Shape shape)
    {
        var result = new JsonObject();
        foreach (var member in shape.Members)
        {
            if (at[nameOf(member)] is { } found)
            {
                result.Add(member.Name, Value(found, member.Shape));
            }
        }

        return result;
    }

    private JsonNode? Value(QueryParameters at, Shape shape) => shape.Kind switch
    {
        ShapeKind.Structure => Structure(at, shape),
        ShapeKind.List => new JsonArray([.. (at["member"] ?? at).Numbered.Select(element => Value(element, shape.Element!))]),
        ShapeKind.Map => new JsonObject((at["entry"] ?? at).Numbered
            .Where(entry => entry["key"]?.Value is not null && entry["value"] is not null)
            .DistinctBy(entry => entry["key"]!.Value, StringComparer.Ordinal)
            .Select(entry => new KeyValuePair<string, JsonNode?>(entry["key"]!.Value!, Value(entry["value"]!, shape.Element!)))),
        _ => at.Value is { } text ? Scalar(text, shape.Kind) : null,
    };

    /// <returns>The value of its type, or the text where it is none.</returns>
    public static JsonNode Scalar(string text, ShapeKind kind) => kind switch
    {
        ShapeKind.Boolean when bool.TryParse(text, out var flag) => JsonValue.Create(flag),
        ShapeKind.Integer when long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => Number(number),
        ShapeKind.Float when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => Number(number),
        ShapeKind.Timestamp when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) =>
            Number(moment.ToUnixTimeMilliseconds() / 1000.0),
        _ => JsonValue.Create(text),
    };

    // By way of text, so that the number can be read as any type of number, as one from a JSON body can.
    private static JsonNode Number<T>(T number)
        where T : IFormattable => JsonNode.Parse(number.ToString("R", CultureInfo.InvariantCulture))!;
}
