using System.Text.Json;
using Amazon.Runtime.Documents;

namespace BlueGreen.Ecs.AwsClients.Protocol;

/// <summary>JSON of any form as the SDK's document type.</summary>
internal static class JsonDocuments
{
    public static Document From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new Document(json.GetString()),
        JsonValueKind.True or JsonValueKind.False => new Document(json.GetBoolean()),
        JsonValueKind.Number => FromNumber(json),
        JsonValueKind.Array => new Document(json.EnumerateArray().Select(From).ToList()),
        JsonValueKind.Object => new Document(
            json.EnumerateObject().ToDictionary(member => member.Name, member => From(member.Value), StringComparer.Ordinal)),
        _ => default,
    };

    private static Document FromNumber(JsonElement json)
    {
        if (json.TryGetInt32(out var integer))
        {
            return new Document(integer);
        }

        return json.TryGetInt64(out var number) ? new Document(number) : new Document(json.GetDouble());
    }
}
