using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>Policy documents as text.</summary>
internal static class PolicyDocument
{
    /// <returns>The document as it was given.</returns>
    /// <exception cref="AwsErrorException">It is not JSON, or has no statement.</exception>
    public static string Check(string document)
    {
        JsonNode? parsed;
        try
        {
            parsed = JsonNode.Parse(document);
        }
        catch (JsonException)
        {
            throw Malformed("This policy contains invalid Json");
        }

        return (parsed as JsonObject)?["Statement"] is JsonArray { Count: > 0 } or JsonObject
            ? document
            : throw Malformed("Syntax errors in policy.");
    }

    private static AwsErrorException Malformed(string message) => new("MalformedPolicyDocument", message);
}
