using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Lambda;

/// <summary>A function with its versions, aliases, permissions and tags.</summary>
internal sealed class Function(string name, string arn, FunctionVersion latest)
{
    public string Name => name;

    /// <summary>The ARN without a version.</summary>
    public string Arn => arn;

    /// <summary><c>$LATEST</c>, which is the one that updates change.</summary>
    public FunctionVersion Latest => latest;

    /// <summary>The published versions, the oldest first.</summary>
    public List<FunctionVersion> Published { get; } = [];

    /// <summary>The number of the last version that was published, also of one that is gone.</summary>
    public int LastNumber { get; set; }

    /// <summary>By name: what GetAlias answers.</summary>
    public SortedDictionary<string, JsonObject> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>Statements by qualifier, which is empty for the function itself, in the order in which they came.</summary>
    public Dictionary<string, List<JsonObject>> Policies { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <returns>The version of that number, or to which the alias points; the latest where none is named.</returns>
    public FunctionVersion? Version(string? qualifier) => qualifier is null or FunctionVersion.LatestName
        ? latest
        : Published.Find(version => version.Name == (Aliases.GetValueOrDefault(qualifier)?["FunctionVersion"]?.GetValue<string>() ?? qualifier));
}
