using Amazon.CloudWatch;

namespace BlueGreen.Ecs;

/// <summary>What a metric gate was told.</summary>
internal sealed record MetricGateSettings
{
    public required string Namespace { get; init; }

    public required string Metric { get; init; }

    public required double Bound { get; init; }

    /// <summary>Whether the bound is an upper one.</summary>
    public required bool IsMost { get; init; }

    public EquatableArray<NamedValue> Dimensions { get; init; }

    public string Statistic { get; init; } = "Average";

    /// <summary>The metric by whose sum the metric's own is divided. Default: none.</summary>
    public string? Divisor { get; init; }

    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    public int MinimumSamples { get; init; } = 1;

    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The verdict when there are too few samples. Default: none, which stands for rolling back with a reason that tells how many.</summary>
    public GateVerdict? TooFew { get; init; }

    /// <summary>The load balancer and the pair of target groups, as dimensions have them. Default: none.</summary>
    public (string LoadBalancer, string One, string Other)? Targets { get; init; }

    /// <summary>Whether the old version's value is taken off.</summary>
    public bool IsOverOld { get; init; }

    public IAmazonCloudWatch? Client { get; init; }

    /// <summary>The metric and its statistic, in words.</summary>
    public string Name => Divisor is null ? $"{Namespace} {Metric} ({Statistic})" : $"{Namespace} {Metric} / {Divisor}";
}
