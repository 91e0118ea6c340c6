using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.SecretsManager;

/// <summary>A secret with its versions.</summary>
internal sealed class Secret(string name, string arn, DateTimeOffset createdAt)
{
    public string Name => name;

    /// <summary>Ends in a hyphen and six characters, so that a secret that is made again has another.</summary>
    public string Arn => arn;

    /// <summary>Description and key, under their wire names.</summary>
    public JsonObject Settings { get; } = [];

    /// <summary>Oldest first.</summary>
    public List<SecretVersion> Versions { get; } = [];

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset ChangedAt { get; set; } = createdAt;

    /// <summary>When the deletion was asked for.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The deletion itself, which RestoreSecret calls off.</summary>
    public ScheduledEvent? Deletion { get; set; }

    public SecretVersion? WithStage(string stage) => Versions.Find(version => version.Stages.Contains(stage, StringComparer.Ordinal));

    /// <summary>Gives a version a label, which the one before it loses; a former current version becomes the previous one.</summary>
    public void Label(SecretVersion version, string stage)
    {
        var before = WithStage(stage);
        if (before == version)
        {
            return;
        }

        before?.Stages.Remove(stage);
        version.Stages.Add(stage);
        if (stage == SecretVersion.Current && before is not null)
        {
            Label(before, SecretVersion.Previous);
        }
    }

    public JsonObject View(string stagesMember)
    {
        var view = new JsonObject
        {
            ["ARN"] = arn,
            ["Name"] = name,
            ["CreatedDate"] = CreatedAt.ToJson(),
            ["LastChangedDate"] = ChangedAt.ToJson(),
            ["Tags"] = TagList.ToJson(Tags),
            [stagesMember] = new JsonObject(Versions.Where(version => version.Stages.Count > 0)
                .Select(version => KeyValuePair.Create(version.Id, (JsonNode?)version.Stages.ToJson()))),
        };
        Settings.CopyTo(view, "Description", "KmsKeyId", "Type");
        view.SetUnlessNull("DeletedDate", DeletedAt.ToJson());
        return view;
    }
}
