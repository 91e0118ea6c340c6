using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ssm;

/// <summary>A parameter with its latest versions.</summary>
internal sealed class Parameter(string name, string arn)
{
    public const string Secure = "SecureString";

    public string Name => name;

    public string Arn => arn;

    /// <summary>Type, description, pattern, tier, key and data type, under their wire names.</summary>
    public JsonObject Settings { get; } = [];

    public string Type => Settings.Text("Type")!;

    /// <summary>Oldest first.</summary>
    public List<ParameterVersion> Versions { get; } = [];

    public ParameterVersion Last => Versions[^1];

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public JsonObject View(ParameterVersion version, string? selector, bool isDecrypted)
    {
        var view = new JsonObject
        {
            ["Name"] = name,
            ["ARN"] = arn,
            ["Type"] = Type,
            ["Value"] = Type == Secure && !isDecrypted ? Encrypted(version.Value) : version.Value,
            ["Version"] = version.Number,
            ["LastModifiedDate"] = version.At.ToJson(),
            ["DataType"] = Settings.Text("DataType"),
        };
        view.SetUnlessNull("Selector", selector);
        return view;
    }

    public JsonObject Metadata(string account)
    {
        var view = new JsonObject
        {
            ["Name"] = name,
            ["ARN"] = arn,
            ["Version"] = Last.Number,
            ["LastModifiedDate"] = Last.At.ToJson(),
            ["LastModifiedUser"] = $"arn:aws:iam::{account}:root",
            ["Policies"] = new JsonArray(),
        };
        Settings.CopyTo(view, "Type", "KeyId", "Description", "AllowedPattern", "Tier", "DataType");
        return view;
    }

    // What KMS would answer is as little to be read as this.
    private string Encrypted(string value) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{arn}\n{value}")));
}
