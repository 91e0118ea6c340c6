using Amazon.CloudWatch;

namespace BlueGreen.Ecs;

/// <summary>Waits until a metric has enough samples, and judges it.</summary>
internal sealed class MetricJudging(MetricGateSettings settings, IAmazonCloudWatch client, GateContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly MetricReader _reader = new(settings, client);

    public async Task<GateVerdict> RunAsync(CancellationToken cancellationToken)
    {
        if (FindDimensions() is not { } dimensions)
        {
            return GateVerdict.RollBack($"{settings.Name} could not be read: the serving target group {context.Plan.Service.TargetGroupArn ?? "(none)"} is none of the pair {settings.Targets!.Value.One} and {settings.Targets.Value.Other}.");
        }

        var begun = context.Clock.GetTimestamp();
        while (true)
        {
            var (verdict, lack) = await LookAsync(dimensions, cancellationToken).ConfigureAwait(false);
            if (verdict is not null)
            {
                return verdict;
            }

            var left = settings.Limit - context.Clock.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero)
            {
                return settings.TooFew ?? GateVerdict.RollBack(FormattableString.Invariant($"Not enough data within {settings.Limit:c}: {lack}."));
            }

            await Task.Delay(left < Pause ? left : Pause, context.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(GateVerdict? Verdict, string Lack)> LookAsync((EquatableArray<NamedValue> Seen, EquatableArray<NamedValue>? Old) dimensions, CancellationToken cancellationToken)
    {
        var (from, to) = Window(context.Clock.GetUtcNow());
        if (from >= to)
        {
            return (null, "no whole period has passed since the deployment's start");
        }

        try
        {
            var seen = await _reader.ReadAsync(dimensions.Seen, from, to, cancellationToken).ConfigureAwait(false);
            if (seen.Samples < settings.MinimumSamples || seen.Worst(settings.IsMost) is not { } worst)
            {
                return (null, FormattableString.Invariant($"{settings.Name} had {seen.Samples} samples in its last {to - from:c}, and needs {settings.MinimumSamples}"));
            }

            var old = dimensions.Old is { } other ? await _reader.ReadAsync(other, from, to, cancellationToken).ConfigureAwait(false) : null;
            return (Judge(worst, seen.Samples, old), string.Empty);
        }
        catch (AwsCallException exception)
        {
            return (null, $"{settings.Name} could not be read: {exception.Message}");
        }
    }

    private GateVerdict Judge((DateTimeOffset At, double Value) worst, double samples, MetricSeen? old)
    {
        var oldValue = old?.Worst(settings.IsMost)?.Value ?? 0;
        var judged = worst.Value - oldValue;
        if (settings.IsMost ? judged <= settings.Bound : judged >= settings.Bound)
        {
            return GateVerdict.Continue;
        }

        var compared = old is null ? string.Empty : FormattableString.Invariant($", {oldValue:0.####} of the old version");
        var allowed = FormattableString.Invariant($"{(settings.IsMost ? "at most" : "at least")} {settings.Bound:0.####}{(old is null ? string.Empty : " over it")}");
        return GateVerdict.RollBack(FormattableString.Invariant($"{settings.Name} was {worst.Value:0.####}{compared} from {worst.At:HH:mm} UTC on, of {samples} samples; allowed is {allowed}."));
    }

    // The running period is left out: it would look better than it is.
    private (DateTimeOffset From, DateTimeOffset To) Window(DateTimeOffset now)
    {
        var period = settings.Period.Ticks;
        var to = now.UtcTicks / period * period;
        var from = Math.Max(to - settings.Window.Ticks, context.StartedAt.UtcTicks);
        return (new((from + period - 1) / period * period, TimeSpan.Zero), new(to, TimeSpan.Zero));
    }

    private (EquatableArray<NamedValue> Seen, EquatableArray<NamedValue>? Old)? FindDimensions()
    {
        if (settings.Targets is not var (balancer, one, other))
        {
            return (settings.Dimensions, null);
        }

        var serving = context.Plan.Service.TargetGroupArn;
        var (isOne, isOther) = (serving?.EndsWith($":{one}", StringComparison.Ordinal) is true, serving?.EndsWith($":{other}", StringComparison.Ordinal) is true);
        if (isOne == isOther)
        {
            return null;
        }

        EquatableArray<NamedValue> Of(string group) => [.. settings.Dimensions, new("LoadBalancer", balancer), new("TargetGroup", group)];
        return (Of(isOne ? other : one), settings.IsOverOld ? Of(isOne ? one : other) : null);
    }
}
