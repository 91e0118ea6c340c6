using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>A container of a task.</summary>
internal sealed class TaskContainer(string arn, JsonObject definition)
{
    public string Arn => arn;

    public string Name => definition.Text("name")!;

    public string Image => definition.Text("image")!;

    public bool IsEssential => definition.Flag("essential") ?? true;

    /// <summary>The health check of the definition, unless that switches off the image's.</summary>
    public JsonObject? HealthCheck => definition.Object("healthCheck") is { } check && !check.Texts("command").SequenceEqual(["NONE"], StringComparer.Ordinal) ? check : null;

    /// <summary>What the container's own health check has found so far.</summary>
    public string Health { get; set; } = ContainerHealth.Unknown;

    /// <summary>Whether the container does nothing to keep its task from being healthy.</summary>
    public bool Passes => !IsEssential || HealthCheck is null || Health == ContainerHealth.Healthy;

    public JsonObject? LogConfiguration => definition.Object("logConfiguration");

    public IEnumerable<int> Ports => definition.Objects("portMappings").Select(port => port.Int("containerPort")).OfType<int>();

    public string LastStatus { get; set; } = TaskStatus.Pending;

    public int? ExitCode { get; set; }

    public string? Reason { get; set; }

    /// <summary>The health check that is due next.</summary>
    public ScheduledEvent? NextCheck { get; set; }

    /// <summary>The moment at which the image's behaviour has the container exit.</summary>
    public ScheduledEvent? Exit { get; set; }

    /// <summary>The environment as the definition has it, with the run's overrides.</summary>
    public Dictionary<string, string> Environment(JsonObject overrides)
    {
        var changed = overrides.Objects("containerOverrides").FirstOrDefault(one => one.Text("name") == Name) ?? [];
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in definition.Objects("environment").Concat(changed.Objects("environment")))
        {
            variables[pair.Text("name") ?? string.Empty] = pair.Text("value") ?? string.Empty;
        }

        return variables;
    }
}
