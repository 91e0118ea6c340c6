using System.Globalization;
using Amazon.CloudWatch;

namespace BlueGreen.Ecs;

/// <summary>
/// A gate that looks at a CloudWatch metric: it waits until there is enough data, and then judges what came in within a window that ends now, and never begins
/// before the deployment did. Only whole periods count. Every call returns a new value and leaves this one as it was.
/// </summary>
public sealed class MetricGate : IGate
{
    private readonly MetricGateSettings _settings;

    private MetricGate(MetricGateSettings settings) => _settings = settings;

    /// <summary>Continues when no period of the window has a higher value.</summary>
    /// <param name="bound">The highest good value, in the metric's unit.</param>
    /// <param name="metricNamespace">The namespace, such as <c>AWS/ApplicationELB</c>.</param>
    /// <param name="metric">The metric, such as <c>TargetResponseTime</c>.</param>
    /// <exception cref="ArgumentException">A name is empty, or the bound is no number.</exception>
    public static MetricGate AtMost(double bound, string metricNamespace, string metric) => new(Settings(bound, isMost: true, metricNamespace, metric));

    /// <summary>Continues when no period of the window has a lower value.</summary>
    /// <param name="bound">The lowest good value, in the metric's unit.</param>
    /// <param name="metricNamespace">The namespace.</param>
    /// <param name="metric">The metric.</param>
    /// <exception cref="ArgumentException">A name is empty, or the bound is no number.</exception>
    public static MetricGate AtLeast(double bound, string metricNamespace, string metric) => new(Settings(bound, isMost: false, metricNamespace, metric));

    /// <summary>Adds a dimension. CloudWatch finds a metric only by all dimensions with which it was written.</summary>
    /// <param name="name">The name, such as <c>LoadBalancer</c>.</param>
    /// <param name="value">The value, such as <c>app/web/50dc6c495c0c9188</c>.</param>
    /// <exception cref="ArgumentException">One of the two is empty.</exception>
    public MetricGate WithDimension(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return new(_settings with { Dimensions = [.. _settings.Dimensions, new(name, value)] });
    }

    /// <summary>
    /// Looks at the new version's target group: the one of the pair that is not the serving one, according to the plan. Both groups take turns, so that neither
    /// can be named for good. Sets the dimensions <c>LoadBalancer</c> and <c>TargetGroup</c>.
    /// </summary>
    /// <param name="loadBalancerArn">The load balancer's ARN.</param>
    /// <param name="targetGroupArn">The ARN of one target group.</param>
    /// <param name="otherTargetGroupArn">The ARN of the other.</param>
    /// <exception cref="ArgumentException">One is no such ARN.</exception>
    public MetricGate OfNewVersion(string loadBalancerArn, string targetGroupArn, string otherTargetGroupArn) => new(_settings with
    {
        Targets = (Resource(loadBalancerArn, ":loadbalancer/", skip: ":loadbalancer/".Length), Resource(targetGroupArn, ":targetgroup/", skip: 1), Resource(otherTargetGroupArn, ":targetgroup/", skip: 1)),
    });

    /// <summary>
    /// Takes the old version's value off, so that the bound is for how much worse the new one may be. An old version without data counts as 0. It has its
    /// effect with <see cref="OfNewVersion"/> only.
    /// </summary>
    public MetricGate OverOldVersion() => new(_settings with { IsOverOld = true });

    /// <summary>Says which statistic of a period is judged. Default: <c>Average</c>.</summary>
    /// <param name="statistic"><c>SampleCount</c>, <c>Sum</c>, <c>Average</c>, <c>Minimum</c>, <c>Maximum</c>, or a percentile such as <c>p99</c> or <c>p99.9</c>.</param>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public MetricGate Statistic(string statistic)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        var isPercentile = statistic.StartsWith('p')
            && double.TryParse(statistic.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100;
        return isPercentile || statistic is "SampleCount" or "Sum" or "Average" or "Minimum" or "Maximum"
            ? new(_settings with { Statistic = statistic })
            : throw new ArgumentException($"There is no statistic '{statistic}'. Allowed are SampleCount, Sum, Average, Minimum, Maximum and percentiles such as p99.", nameof(statistic));
    }

    /// <summary>
    /// Judges one ratio for the whole window: the metric's sum divided by another's, such as <c>HTTPCode_Target_5XX_Count</c> by <c>RequestCount</c>. The other's sum is then the number
    /// of samples, and a metric that nobody wrote counts as 0.
    /// </summary>
    /// <param name="metric">The other metric, of the same namespace and dimensions.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public MetricGate DividedBy(string metric)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(metric);
        return new(_settings with { Divisor = metric });
    }

    /// <summary>Says how long a period is. Default: a minute.</summary>
    /// <param name="period">Whole minutes; up to a day.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public MetricGate Period(TimeSpan period) => period > TimeSpan.Zero && period <= TimeSpan.FromDays(1) && period.Ticks % TimeSpan.TicksPerMinute == 0
        ? new(_settings with { Period = period })
        : throw new ArgumentException($"The period is {period:c}; allowed are whole minutes, up to a day.", nameof(period));

    /// <summary>Says how far the gate looks back, at most to the deployment's start. Default: 5 minutes.</summary>
    /// <param name="window">At least a period, else no whole one is ever in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not more than zero.</exception>
    public MetricGate Window(TimeSpan window) => new(_settings with { Window = GateTime.Checked(window) });

    /// <summary>Says how many samples the window must hold before anything is judged. Default: 1.</summary>
    /// <param name="count">The sum of <c>SampleCount</c>, or with <see cref="DividedBy"/> the other metric's sum: such as requests.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public MetricGate MinimumSamples(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(_settings with { MinimumSamples = count });
    }

    /// <summary>Says how long the gate waits for enough samples. Default: 15 minutes.</summary>
    /// <param name="limit">More than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public MetricGate Within(TimeSpan limit) => new(_settings with { Limit = GateTime.Checked(limit) });

    /// <summary>Says what too few samples mean. Default: the deployment is rolled back.</summary>
    /// <param name="verdict">The verdict when the time is over.</param>
    public MetricGate WhenSamplesAreTooFew(GateVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return new(_settings with { TooFew = verdict });
    }

    /// <summary>Asks through a client of the caller's, such as one for another region. Default: the deployer's.</summary>
    /// <param name="client">The client; it is not disposed.</param>
    public MetricGate Through(IAmazonCloudWatch client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new(_settings with { Client = client });
    }

    /// <inheritdoc />
    public async Task<GateVerdict> DecideAsync(GateContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if ((_settings.Client ?? context.Services?.GetService(typeof(IAmazonCloudWatch))) is not IAmazonCloudWatch client)
        {
            return GateVerdict.RollBack($"{_settings.Name} could not be read: there is no CloudWatch client. Give one by Through, or make the deployer by AddBlueGreenEcs.");
        }

        return await new MetricJudging(_settings, client, context).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private static MetricGateSettings Settings(double bound, bool isMost, string metricNamespace, string metric)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(metricNamespace);
        ArgumentException.ThrowIfNullOrWhiteSpace(metric);
        return double.IsFinite(bound)
            ? new() { Namespace = metricNamespace, Metric = metric, Bound = bound, IsMost = isMost }
            : throw new ArgumentException("The bound is no number.", nameof(bound));
    }

    // CloudWatch's dimensions hold the end of an ARN: app/web/…, and targetgroup/web/….
    private static string Resource(string arn, string mark, int skip)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return arn.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at
            ? arn[(at + skip)..]
            : throw new ArgumentException($"'{arn}' is no ARN with '{mark}'.", nameof(arn));
    }
}
