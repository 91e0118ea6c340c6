using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.AutoScaling;

/// <summary>A service whose desired count is kept within bounds.</summary>
internal sealed class ScalableTarget(string resource, string arn, string role, DateTimeOffset createdAt)
{
    private static readonly string[] Kinds = ["DynamicScalingInSuspended", "DynamicScalingOutSuspended", "ScheduledScalingSuspended"];

    public string Resource => resource;

    public string Arn => arn;

    public int Least { get; set; }

    public int Most { get; set; }

    /// <summary>Which kinds of scaling rest.</summary>
    public HashSet<string> Suspended { get; } = new(StringComparer.Ordinal);

    public bool RestsIn => Suspended.Contains(Kinds[0]);

    public bool RestsOut => Suspended.Contains(Kinds[1]);

    /// <summary>By name.</summary>
    public OrderedDictionary<string, ScalingPolicy> Policies { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes over what a request says of each kind.</summary>
    public void Suspend(JsonObject kinds)
    {
        foreach (var kind in Kinds)
        {
            _ = kinds[kind]?.GetValue<bool>() switch
            {
                true => Suspended.Add(kind),
                false => Suspended.Remove(kind),
                null => false,
            };
        }
    }

    public JsonObject View() => new()
    {
        ["ServiceNamespace"] = "ecs",
        ["ResourceId"] = resource,
        ["ScalableDimension"] = AutoScalingState.DesiredCount,
        ["MinCapacity"] = Least,
        ["MaxCapacity"] = Most,
        ["RoleARN"] = role,
        ["CreationTime"] = createdAt.ToJson(),
        ["ScalableTargetARN"] = arn,
        ["SuspendedState"] = new JsonObject(Kinds.Select(kind => KeyValuePair.Create(kind, (JsonNode?)Suspended.Contains(kind)))),
    };
}
