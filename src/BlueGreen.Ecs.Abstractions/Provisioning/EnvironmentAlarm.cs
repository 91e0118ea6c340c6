namespace BlueGreen.Ecs;

/// <summary>A CloudWatch alarm on the traffic of an environment's load balancer. Mirrors <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html">PutMetricAlarm</see>.</summary>
/// <param name="Name">The alarm's name, at most 255 characters.</param>
/// <param name="IsExisting">Whether it is there already, whatever it watches. Default: no, it is made.</param>
public sealed record EnvironmentAlarm(string Name, bool IsExisting = false)
{
    /// <summary>The metric of <c>AWS/ApplicationELB</c>. Default: <c>HTTPCode_Target_5XX_Count</c>, answers of the application that say it failed.</summary>
    public string Metric { get; init; } = "HTTPCode_Target_5XX_Count";

    /// <summary>What of the metric counts: <c>Sum</c>, <c>Average</c>, <c>Minimum</c>, <c>Maximum</c> or <c>SampleCount</c>. Default: <c>Sum</c>.</summary>
    public string Statistic { get; init; } = "Sum";

    /// <summary>What it goes off above. Default: 10.</summary>
    public double Threshold { get; init; } = 10;

    /// <summary>The time over which the metric is counted: 10, 20 or 30 seconds, or whole minutes. Default: one minute.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many periods in a row must be above. Default: 1.</summary>
    public int Periods { get; init; } = 1;
}
