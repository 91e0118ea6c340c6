using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>A deployment configuration: how production traffic moves.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="Name">The name; predefined ones begin with <c>CodeDeployDefault.</c>.</param>
/// <param name="Routing">The <c>trafficRoutingConfig</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record DeploymentConfig(string Id, string Name, JsonObject Routing, DateTimeOffset CreatedAt)
{
    public const string AllAtOnce = "CodeDeployDefault.ECSAllAtOnce";
    public const string PredefinedPrefix = "CodeDeployDefault.";

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public bool IsGradual => Routing.Text("type") != "AllAtOnce";

    /// <summary>The percentage that green gets, and when, counted from the start of AllowTraffic. The last is 100.</summary>
    public IEnumerable<(TimeSpan At, int Percent)> Steps => Routing.Text("type") switch
    {
        "TimeBasedCanary" => Canary(Routing.Object("timeBasedCanary")!),
        "TimeBasedLinear" => Linear(Routing.Object("timeBasedLinear")!),
        _ => [(TimeSpan.Zero, 100)],
    };

    public JsonObject ToJson() => new()
    {
        ["deploymentConfigId"] = Id,
        ["deploymentConfigName"] = Name,
        ["createTime"] = CreatedAt.ToJson(),
        ["computePlatform"] = "ECS",
        ["trafficRoutingConfig"] = Routing.DeepClone(),
    };

    private static IEnumerable<(TimeSpan At, int Percent)> Canary(JsonObject canary) =>
        [(TimeSpan.Zero, canary.Int("canaryPercentage") ?? 0), (TimeSpan.FromMinutes(canary.Int("canaryInterval") ?? 0), 100)];

    private static IEnumerable<(TimeSpan At, int Percent)> Linear(JsonObject linear)
    {
        var step = linear.Int("linearPercentage") ?? 100;
        var interval = TimeSpan.FromMinutes(linear.Int("linearInterval") ?? 0);
        for (var i = 0; i * step < 100; i++)
        {
            yield return (interval * i, Math.Min(100, (i + 1) * step));
        }
    }
}
