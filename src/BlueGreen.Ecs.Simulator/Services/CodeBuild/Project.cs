using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>A project: what it was made with, under the wire's names.</summary>
internal sealed class Project(string name, string arn, JsonObject settings, DateTimeOffset created)
{
    private readonly DateTimeOffset _created = created;

    public string Name => name;

    public JsonObject Settings => settings;

    public DateTimeOffset Modified { get; set; } = created;

    /// <summary>How many builds there were.</summary>
    public int BuildCount { get; set; }

    public JsonObject ToJson()
    {
        var json = settings.Copy();
        json["name"] = name;
        json["arn"] = arn;
        json["created"] = _created.ToJson();
        json["lastModified"] = Modified.ToJson();
        json["badge"] = new JsonObject { ["badgeEnabled"] = settings.Flag("badgeEnabled") ?? false };
        return json;
    }
}
