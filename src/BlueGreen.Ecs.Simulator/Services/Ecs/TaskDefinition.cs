using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A registered revision of a task definition.</summary>
/// <param name="arn">The ARN with the revision.</param>
/// <param name="family">The family.</param>
/// <param name="revision">Counted from 1 in the family.</param>
/// <param name="document">The definition as registration has normalised it.</param>
/// <param name="registeredAt">When it was registered.</param>
internal sealed class TaskDefinition(string arn, string family, int revision, JsonObject document, DateTimeOffset registeredAt)
{
    public string Arn => arn;

    public string Family => family;

    public int Revision => revision;

    public JsonObject Document => document;

    public JsonArray Tags { get; set; } = [];

    public DateTimeOffset? DeregisteredAt { get; set; }

    public DateTimeOffset? DeleteRequestedAt { get; set; }

    public bool IsActive => DeregisteredAt is null;

    /// <summary>In AWS's words.</summary>
    public string Status => IsActive ? "ACTIVE" : DeleteRequestedAt is null ? "INACTIVE" : "DELETE_IN_PROGRESS";

    public IEnumerable<JsonObject> Containers => document.Objects("containerDefinitions");

    public JsonObject? FindContainer(string? name) => Containers.FirstOrDefault(container => container.Text("name") == name);

    /// <returns>The definition as DescribeTaskDefinition answers it.</returns>
    public JsonObject ToJson()
    {
        var json = document.Copy();
        json["taskDefinitionArn"] = arn;
        json["revision"] = revision;
        json["status"] = Status;
        json["registeredAt"] = registeredAt.ToJson();
        json.SetUnlessNull("deregisteredAt", DeregisteredAt.ToJson());
        json.SetUnlessNull("deleteRequestedAt", DeleteRequestedAt.ToJson());
        return json;
    }
}
