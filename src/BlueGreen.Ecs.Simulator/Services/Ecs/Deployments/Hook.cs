using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs.Deployments;

/// <summary>A lifecycle hook that has been called in a stage.</summary>
internal sealed class Hook(string id, JsonObject definition, DateTimeOffset expiresAt)
{
    public const string Pause = "PAUSE";
    public const string Lambda = "AWS_LAMBDA";
    public const string RollBack = "ROLLBACK";
    private const int DefaultTimeoutMinutes = 1440;

    public string Id => id;

    public string TargetType => TypeOf(definition);

    public string? TargetArn => definition.Text("hookTargetArn");

    public JsonNode? Details => definition["hookDetails"];

    public DateTimeOffset ExpiresAt => expiresAt;

    public string TimeoutAction => definition.Object("timeoutConfiguration")?.Text("action") ?? RollBack;

    /// <summary>One of <see cref="HookStatus"/>.</summary>
    public string Status { get; set; } = TypeOf(definition) == Pause ? HookStatus.AwaitingAction : HookStatus.InProgress;

    public bool IsOpen => Status is HookStatus.AwaitingAction or HookStatus.InProgress;

    /// <summary>The end of the hook's time, and the next call of its function.</summary>
    public List<ScheduledEvent> Timers { get; } = [];

    public static string TypeOf(JsonObject definition) => definition.Text("targetType") ?? Lambda;

    public static TimeSpan TimeoutOf(JsonObject definition) =>
        TimeSpan.FromMinutes(definition.Object("timeoutConfiguration")?.Int("timeoutInMinutes") ?? DefaultTimeoutMinutes);

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["hookId"] = id,
            ["targetType"] = TargetType,
            ["status"] = Status,
            ["expiresAt"] = expiresAt.ToJson(),
            ["timeoutAction"] = TimeoutAction,
        };
        json.SetUnlessNull("targetArn", TargetArn);
        return json;
    }
}
