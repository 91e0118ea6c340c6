using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>The members that a task set has of its own, and shares with a service while it is the primary one.</summary>
internal static class TaskSetSettings
{
    public static ReadOnlySpan<string> Members => new[]
    {
        "loadBalancers", "serviceRegistries", "networkConfiguration", "platformVersion", "launchType", "capacityProviderStrategy",
    };

    public static JsonObject From(JsonObject source)
    {
        var settings = new JsonObject { ["loadBalancers"] = new JsonArray(), ["serviceRegistries"] = new JsonArray() };
        source.CopyTo(settings, Members);
        return settings;
    }
}
