using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.AutoScaling;

/// <summary>A scaling policy of a target.</summary>
internal sealed class ScalingPolicy(string name, string arn, string resource, DateTimeOffset createdAt)
{
    public string Name => name;

    public string Arn => arn;

    public string Resource => resource;

    /// <summary>Type and configuration, under their wire names.</summary>
    public JsonObject Settings { get; set; } = [];

    /// <summary>The alarms that the policy has made.</summary>
    public IReadOnlyList<(string Name, string Arn)> Alarms { get; set; } = [];

    public JsonArray AlarmViews => Alarms.Select(alarm => new JsonObject { ["AlarmName"] = alarm.Name, ["AlarmARN"] = alarm.Arn }).ToJson();

    public JsonObject View()
    {
        var view = Settings.Copy();
        (view["PolicyARN"], view["PolicyName"]) = (arn, name);
        (view["ServiceNamespace"], view["ResourceId"], view["ScalableDimension"]) = ("ecs", resource, AutoScalingState.DesiredCount);
        (view["Alarms"], view["CreationTime"]) = (AlarmViews, createdAt.ToJson());
        return view;
    }
}
