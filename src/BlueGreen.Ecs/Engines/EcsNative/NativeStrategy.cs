using System.Globalization;
using Amazon.ECS;
using Amazon.ECS.Model;

namespace BlueGreen.Ecs.Engines.EcsNative;

/// <summary>How ECS names a traffic shift, and what of it ECS cannot do. Pure.</summary>
internal static class NativeStrategy
{
    private const double LeastCanaryPercent = 0.1;
    private const double LeastStepPercent = 3;
    private const double Tolerance = 1e-6;

    /// <summary>How long a pause between two steps, or the bake time, may be.</summary>
    public static readonly TimeSpan LongestBake = TimeSpan.FromMinutes(1440);

    // One lifecycle stage holds all steps.
    private static readonly TimeSpan LongestShift = TimeSpan.FromHours(24);

    /// <summary>ECS's name for the shift.</summary>
    public static DeploymentStrategy Of(TrafficShift shift) => shift.Kind switch
    {
        TrafficShiftKind.AllAtOnce => DeploymentStrategy.BLUE_GREEN,
        TrafficShiftKind.Canary => DeploymentStrategy.CANARY,
        TrafficShiftKind.Linear => DeploymentStrategy.LINEAR,
        _ => throw new ArgumentOutOfRangeException(nameof(shift), shift, "ECS has no such strategy."),
    };

    /// <summary>The parts of a canary; none for another shift.</summary>
    public static CanaryConfiguration? Canary(TrafficShift shift) => shift.Kind == TrafficShiftKind.Canary
        ? new() { CanaryPercent = Round(shift.Percent), CanaryBakeTimeInMinutes = (int)shift.Interval.TotalMinutes }
        : null;

    /// <summary>The parts of a linear shift; none for another.</summary>
    public static LinearConfiguration? Linear(TrafficShift shift) => shift.Kind == TrafficShiftKind.Linear
        ? new() { StepPercent = Round(shift.Percent), StepBakeTimeInMinutes = (int)shift.Interval.TotalMinutes }
        : null;

    /// <summary>The shift that a service has; what it lacks of a shift in parts is as ECS fills it in.</summary>
    public static TrafficShift Read(DeploymentConfiguration configuration)
    {
        var (canary, linear) = (configuration.CanaryConfiguration, configuration.LinearConfiguration);
        return configuration.Strategy?.Value switch
        {
            "CANARY" => InParts(canary?.CanaryPercent ?? 5, canary?.CanaryBakeTimeInMinutes ?? 10, TrafficShift.Canary),
            "LINEAR" => InParts(linear?.StepPercent ?? 10, linear?.StepBakeTimeInMinutes ?? 6, TrafficShift.Linear),
            _ => TrafficShift.AllAtOnce,
        };
    }

    /// <summary>What ECS cannot do with the shift, each with the limit; none when it can.</summary>
    public static IEnumerable<string> Limitations(TrafficShift shift)
    {
        if (shift.Kind == TrafficShiftKind.AllAtOnce)
        {
            yield break;
        }

        if (shift.Kind == TrafficShiftKind.Steps)
        {
            yield return $"ECS shifts all at once, as a canary or in equal parts, and not in steps of any size as {shift}.";
            yield break;
        }

        var least = shift.Kind == TrafficShiftKind.Canary ? LeastCanaryPercent : LeastStepPercent;
        if (shift.Percent < least - Tolerance)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"ECS shifts at least {least} percent {(shift.Kind == TrafficShiftKind.Canary ? "as a canary" : "a step")}; {shift} shifts {shift.Percent}.");
        }

        if (Math.Abs(shift.Percent - Round(shift.Percent)) > Tolerance)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"ECS shifts in tenths of a percent; {shift} has parts of {shift.Percent} percent.");
        }

        if (!IsWholeMinutes(shift.Interval))
        {
            yield return $"ECS waits whole minutes between two steps; {shift} waits {shift.Interval:c}.";
        }

        if (shift.Interval > LongestBake)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"ECS waits at most {LongestBake.TotalMinutes} minutes between two steps; {shift} waits {shift.Interval.TotalMinutes}.");
        }
        else if (shift.Duration > LongestShift)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"All steps are one lifecycle stage, which lasts at most {LongestShift.TotalHours} hours; {shift} takes {shift.Duration.TotalHours:0.#}.");
        }
    }

    /// <summary>Whether ECS can wait that long: it counts minutes.</summary>
    public static bool IsWholeMinutes(TimeSpan time) => time.Ticks % TimeSpan.TicksPerMinute == 0;

    // ECS takes a part of all traffic, and no pause at all; both are all at once.
    private static TrafficShift InParts(double percent, int minutes, Func<double, TimeSpan, TrafficShift> shift) =>
        percent is > 0 and < 100 && minutes > 0 ? shift(percent, TimeSpan.FromMinutes(minutes)) : TrafficShift.AllAtOnce;

    private static double Round(double percent) => Math.Round(percent, 1);
}
