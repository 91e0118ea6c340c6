using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.CodeDeploy;
using YamlDotNet.Core;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>Reads a buildspec.</summary>
internal static class BuildSpecReader
{
    private static readonly string[] PhaseNames = ["install", "pre_build", "build", "post_build"];

    /// <exception cref="BuildFailureException">It is no YAML, or no buildspec.</exception>
    public static BuildSpec Read(string text)
    {
        JsonObject root;
        try
        {
            root = YamlTree.Parse(text) as JsonObject ?? throw Wrong("the buildspec is not a mapping");
        }
        catch (YamlException error)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{error.Message} at line {error.Start.Line}"));
        }

        if (Scalar(root, "version") is not ("0.1" or "0.2"))
        {
            throw Wrong("invalid buildspec version; valid are 0.1 and 0.2");
        }

        var env = Mapping(root, "env");
        var artifacts = Mapping(root, "artifacts");
        return new BuildSpec
        {
            Variables = [.. Mapping(env, "variables").Select(pair => KeyValuePair.Create(pair.Key, pair.Value is JsonValue value ? value.GetValue<string>() : string.Empty))],
            Secrets = [.. Secrets(env, "parameter-store", BuildSecrets.ParameterStore), .. Secrets(env, "secrets-manager", BuildSecrets.SecretsManager)],
            Exported = Strings(env, "exported-variables", "exported-variables"),
            Phases = Phases(root),
            Artifact = artifacts["files"] is null ? null : Artifact(artifacts),
            SecondaryArtifacts = Mapping(artifacts, "secondary-artifacts").ToDictionary(
                pair => pair.Key, pair => Artifact(pair.Value as JsonObject ?? throw Wrong($"the artifact {pair.Key} is not a mapping")), StringComparer.Ordinal),
        };
    }

    private static IEnumerable<(string Name, string Type, string Reference)> Secrets(JsonObject env, string member, string type) =>
        Mapping(env, member).Select(pair => (pair.Key, type, pair.Value is JsonValue value ? value.GetValue<string>() : string.Empty));

    private static Dictionary<string, BuildSpecPhase> Phases(JsonObject root)
    {
        if (root["phases"] is not JsonObject phases)
        {
            throw Wrong("phases are missing");
        }

        var read = new Dictionary<string, BuildSpecPhase>(StringComparer.Ordinal);
        foreach (var (name, body) in phases)
        {
            if (Array.IndexOf(PhaseNames, name) < 0)
            {
                throw Wrong($"unknown phase {name}; known are {string.Join(", ", PhaseNames)}");
            }

            var phase = body as JsonObject ?? throw Wrong($"the phase {name} is not a mapping");
            read[name.ToUpperInvariant()] = new BuildSpecPhase(
                Strings(phase, "commands", "Commands"), Strings(phase, "finally", "Finally"), Scalar(phase, "on-failure") is "CONTINUE");
        }

        return read;
    }

    private static BuildSpecArtifact Artifact(JsonObject artifact) => new(
        Strings(artifact, "files", "Files"), Scalar(artifact, "base-directory") ?? string.Empty, Scalar(artifact, "discard-paths") is "yes", Strings(artifact, "exclude-paths", "ExcludePaths"));

    private static JsonObject Mapping(JsonObject parent, string name) => parent[name] switch
    {
        null => [],
        JsonObject mapping => mapping,
        JsonValue value when value.GetValue<string>().Length == 0 => [],
        _ => throw Wrong($"{name} is not a mapping"),
    };

    private static string? Scalar(JsonObject parent, string name) => parent[name] is JsonValue value ? value.GetValue<string>() : null;

    // A single scalar counts as a list of one.
    private static IReadOnlyList<string> Strings(JsonObject parent, string name, string shown) => parent[name] switch
    {
        null => [],
        JsonValue value => value.GetValue<string>().Length == 0 ? [] : [value.GetValue<string>()],
        JsonArray list => [.. list.Select((item, index) => item is JsonValue value
            ? value.GetValue<string>()
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"Expected {shown}[{index}] to be of string type: found subkeys instead")))],
        _ => throw Wrong($"{name} is not a list"),
    };

    private static BuildFailureException Wrong(string message) => new("YAML_FILE_ERROR", message);
}
