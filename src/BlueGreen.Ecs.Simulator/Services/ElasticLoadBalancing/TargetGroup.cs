using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>A target group and its registered targets.</summary>
internal sealed class TargetGroup(string arn, string name, JsonObject settings)
{
    private long _next;

    public string Arn => arn;

    public string Name => name;

    /// <summary>What it was asked for with, to tell a repeated request from a clash of names.</summary>
    public JsonObject Settings => settings;

    public required string TargetType { get; init; }

    public required string Protocol { get; init; }

    public required string ProtocolVersion { get; init; }

    public int? Port { get; init; }

    public string? VpcId { get; init; }

    public required HealthCheck HealthCheck { get; set; }

    public SortedDictionary<string, string> Attributes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>In the order of registration, which is the order in which they take their turns.</summary>
    public List<Target> Targets { get; } = [];

    public TimeSpan DeregistrationDelay =>
        TimeSpan.FromSeconds(int.Parse(Attributes[TargetGroupAttributes.DeregistrationDelay], System.Globalization.CultureInfo.InvariantCulture));

    public Target? Find(string id, int port) => Targets.Find(target => target.Port == port && string.Equals(target.Id, id, StringComparison.Ordinal));

    /// <summary>The target whose turn it is: of the healthy ones or, where none is, of all that are not draining.</summary>
    public Target? TakeTurn()
    {
        var candidates = Targets.Where(target => target.Health.State is "healthy").ToList();
        if (candidates.Count == 0)
        {
            candidates = [.. Targets.Where(target => target.Health.State is not "draining")];
        }

        return candidates.Count == 0 ? null : candidates[(int)(_next++ % candidates.Count)];
    }
}
