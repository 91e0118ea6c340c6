using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>A revision that an application knows.</summary>
internal sealed class RegisteredRevision(Revision revision, string? description, DateTimeOffset registeredAt)
{
    public Revision Revision => revision;

    public DateTimeOffset RegisteredAt => registeredAt;

    public DateTimeOffset? FirstUsedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    private List<string> Groups { get; } = [];

    public void Use(string group, DateTimeOffset now)
    {
        FirstUsedAt ??= now;
        LastUsedAt = now;
        if (!Groups.Contains(group, StringComparer.Ordinal))
        {
            Groups.Add(group);
        }
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["deploymentGroups"] = Groups.ToJson(), ["registerTime"] = registeredAt.ToJson() };
        json.SetUnlessNull("description", description);
        json.SetUnlessNull("firstUsedTime", FirstUsedAt.ToJson());
        json.SetUnlessNull("lastUsedTime", LastUsedAt.ToJson());
        return json;
    }
}
