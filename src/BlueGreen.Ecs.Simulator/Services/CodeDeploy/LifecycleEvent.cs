using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodeDeploy;

/// <summary>One step of a deployment.</summary>
internal sealed class LifecycleEvent(string name)
{
    public const string BeforeInstall = "BeforeInstall";
    public const string Install = "Install";
    public const string AfterInstall = "AfterInstall";
    public const string AllowTestTraffic = "AllowTestTraffic";
    public const string AfterAllowTestTraffic = "AfterAllowTestTraffic";
    public const string BeforeAllowTraffic = "BeforeAllowTraffic";
    public const string AllowTraffic = "AllowTraffic";
    public const string AfterAllowTraffic = "AfterAllowTraffic";

    public string Name => name;

    public string Status { get; set; } = DeploymentStatus.Pending;

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The hook's function, where one ran.</summary>
    public string? Function { get; set; }

    /// <summary>Why the event failed.</summary>
    public string? Failure { get; set; }

    /// <returns>A deployment's events in their order.</returns>
    public static List<LifecycleEvent> All(bool hasTestListener)
    {
        string[] names = hasTestListener
            ? [BeforeInstall, Install, AfterInstall, AllowTestTraffic, AfterAllowTestTraffic, BeforeAllowTraffic, AllowTraffic, AfterAllowTraffic]
            : [BeforeInstall, Install, AfterInstall, BeforeAllowTraffic, AllowTraffic, AfterAllowTraffic];
        return [.. names.Select(name => new LifecycleEvent(name))];
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["lifecycleEventName"] = name, ["status"] = Status };
        json.SetUnlessNull("startTime", StartedAt.ToJson());
        json.SetUnlessNull("endTime", EndedAt.ToJson());
        if (Failure is not null)
        {
            json["diagnostics"] = new JsonObject
            {
                ["errorCode"] = Function is null ? "UnknownError" : "ScriptFailed",
                ["scriptName"] = Function ?? string.Empty,
                ["message"] = Failure,
                ["logTail"] = string.Empty,
            };
        }

        return json;
    }
}
