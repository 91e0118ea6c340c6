using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.SecretsManager;

/// <summary>What ECS and CodeBuild write to name a secret: <c>id:json-key:version-stage:version-id</c>, each part behind the id left out or empty at will.</summary>
/// <param name="Id">A name or an ARN.</param>
/// <param name="Key">The member of a JSON value that is meant.</param>
/// <param name="Stage">The label of the version.</param>
/// <param name="Version">The version.</param>
internal sealed record SecretReference(string Id, string? Key, string? Stage, string? Version)
{
    private const int PartsOfArn = 7;

    public static SecretReference Parse(string text)
    {
        var parts = text.Split(':');
        var count = text.StartsWith("arn:", StringComparison.Ordinal) ? PartsOfArn : 1;
        return new SecretReference(string.Join(':', parts.Take(count)), Part(count), Part(count + 1), Part(count + 2));

        string? Part(int at) => parts.ElementAtOrDefault(at) is { Length: > 0 } part ? part : null;
    }

    /// <summary>Reads the value.</summary>
    /// <exception cref="AwsErrorException">There is no such secret, version or key.</exception>
    public string Read(SecretsState state)
    {
        var version = SecretValueOperations.Find(state.FindActive(Id), Version, Stage);
        var value = version.Text ?? version.Binary!;
        return Key is null ? value : Member(value, Key) ?? throw new AwsErrorException("InvalidParameterException", $"retrieved secret from Secrets Manager did not contain json key {Key}");
    }

    private static string? Member(string json, string key)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject members && members[key] is { } found ? found.GetValueKind() is JsonValueKind.String ? found.GetValue<string>() : found.ToJsonString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
