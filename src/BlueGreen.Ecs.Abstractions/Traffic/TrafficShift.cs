using System.Globalization;

namespace BlueGreen.Ecs;

/// <summary>
/// How production traffic moves to the new version. The properties named like AWS's predefined configurations are exactly those
/// (<see href="https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html">CodeDeploy deployment configurations</see>).
/// </summary>
public sealed record TrafficShift
{
    private const double SmallestPart = 0.01;

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(30);

    // Of a shift in steps: what the new version has after each.
    private readonly EquatableArray<double> _percents;

    private TrafficShift(TrafficShiftKind kind, double percent = 100, TimeSpan interval = default, EquatableArray<double> percents = default) =>
        (Kind, Percent, Interval, _percents) = (kind, percent, interval, percents);

    /// <summary>All traffic at once: <c>CodeDeployDefault.ECSAllAtOnce</c>.</summary>
    public static TrafficShift AllAtOnce { get; } = new(TrafficShiftKind.AllAtOnce);

    /// <summary>10 percent more every minute: <c>CodeDeployDefault.ECSLinear10PercentEvery1Minutes</c>.</summary>
    public static TrafficShift Linear10PercentEvery1Minutes { get; } = Linear(10, TimeSpan.FromMinutes(1));

    /// <summary>10 percent more every three minutes: <c>CodeDeployDefault.ECSLinear10PercentEvery3Minutes</c>.</summary>
    public static TrafficShift Linear10PercentEvery3Minutes { get; } = Linear(10, TimeSpan.FromMinutes(3));

    /// <summary>10 percent, and after five minutes the rest: <c>CodeDeployDefault.ECSCanary10Percent5Minutes</c>.</summary>
    public static TrafficShift Canary10Percent5Minutes { get; } = Canary(10, TimeSpan.FromMinutes(5));

    /// <summary>10 percent, and after fifteen minutes the rest: <c>CodeDeployDefault.ECSCanary10Percent15Minutes</c>.</summary>
    public static TrafficShift Canary10Percent15Minutes { get; } = Canary(10, TimeSpan.FromMinutes(15));

    /// <summary>How traffic moves.</summary>
    public TrafficShiftKind Kind { get; }

    /// <summary>The first part of a canary or of a shift in steps, or each part of a linear shift, in percent; 100 for all at once.</summary>
    public double Percent { get; }

    /// <summary>The pause after a part; zero for all at once.</summary>
    public TimeSpan Interval { get; }

    /// <summary>From the first step until all traffic is on the new version.</summary>
    public TimeSpan Duration => Steps[^1].Offset;

    /// <summary>The steps, first to last; the last has 100 percent.</summary>
    public EquatableArray<TrafficStep> Steps => Kind switch
    {
        TrafficShiftKind.AllAtOnce => [new(TimeSpan.Zero, 100)],
        TrafficShiftKind.Canary => [new(TimeSpan.Zero, Percent), new(Interval, 100)],
        TrafficShiftKind.Steps => [.. _percents.Select((percent, i) => new TrafficStep(i * Interval, percent))],
        _ => [.. Enumerable.Range(0, LinearParts - 1).Select(i => new TrafficStep(i * Interval, (i + 1) * Percent)), new((LinearParts - 1) * Interval, 100)],
    };

    // What only rounding leaves over is no part: 7 parts of 100/7 percent are all of it, whatever the rounding.
    private int LinearParts => (int)Math.Ceiling((100 / Percent) - 1e-6);

    /// <summary>A part of the traffic first, and after a pause the rest.</summary>
    /// <param name="percent">The first part, at least 0.01 and below 100. Engines differ in how fine it may be: CodeDeploy takes whole percents.</param>
    /// <param name="interval">The pause, above zero and at most 30 days. CodeDeploy takes whole minutes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage or the pause is outside its limits.</exception>
    public static TrafficShift Canary(double percent, TimeSpan interval) => new(TrafficShiftKind.Canary, Part(percent), Pause(interval));

    /// <summary>Equal parts of the traffic at equal intervals.</summary>
    /// <param name="percent">Each part, at least 0.01 and below 100; the last is what remains. Engines differ in how fine it may be: CodeDeploy takes whole percents.</param>
    /// <param name="interval">The pause between two parts, above zero and at most 30 days. CodeDeploy takes whole minutes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage or the pause is outside its limits.</exception>
    public static TrafficShift Linear(double percent, TimeSpan interval) => new(TrafficShiftKind.Linear, Part(percent), Pause(interval));

    /// <summary>
    /// Parts of any size, such as 1, 5, 25 and 100 percent, with a pause after each but the last. For services with the deployment controller <c>EXTERNAL</c>:
    /// neither CodeDeploy nor ECS itself can shift so.
    /// </summary>
    /// <param name="interval">The pause between two steps, above zero and at most 30 days.</param>
    /// <param name="percents">What the new version has of the traffic after each step: at least 0.01, growing, the last 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pause or a percentage is outside its limits.</exception>
    /// <exception cref="ArgumentException">The percentages do not grow, or do not end with 100.</exception>
    public static TrafficShift InSteps(TimeSpan interval, params ReadOnlySpan<double> percents)
    {
        if (percents.IsEmpty || percents[^1] is not 100)
        {
            throw new ArgumentException("A shift in steps ends with 100 percent.", nameof(percents));
        }

        for (var i = 0; i < percents.Length - 1; i++)
        {
            if (Part(percents[i]) >= percents[i + 1])
            {
                throw new ArgumentException(FormattableString.Invariant($"The percentages of a shift in steps grow; {percents[i + 1]} comes after {percents[i]}."), nameof(percents));
            }
        }

        return percents.Length == 1 ? AllAtOnce : new(TrafficShiftKind.Steps, percents[0], Pause(interval), [.. percents]);
    }

    /// <summary>Reads a name such as <c>Canary10Percent5Minutes</c>, with or without <c>CodeDeployDefault.ECS</c> before it; capitals do not matter.</summary>
    /// <returns>The predefined shift, or <see langword="null"/> when none is called so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    public static TrafficShift? FindPredefined(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        const string Prefix = "CodeDeployDefault.ECS";
        var bare = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name[Prefix.Length..] : name;
        return Predefined.FirstOrDefault(shift => string.Equals(shift.ToString(), bare, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>AWS's five predefined shifts.</summary>
    public static EquatableArray<TrafficShift> Predefined { get; } =
        [AllAtOnce, Linear10PercentEvery1Minutes, Linear10PercentEvery3Minutes, Canary10Percent5Minutes, Canary10Percent15Minutes];

    /// <summary>The shift in AWS's manner of naming: <c>Canary10Percent5Minutes</c>.</summary>
    public override string ToString() => Kind switch
    {
        TrafficShiftKind.AllAtOnce => "AllAtOnce",
        TrafficShiftKind.Canary => FormattableString.Invariant($"Canary{Percent}Percent{Interval.TotalMinutes}Minutes"),
        TrafficShiftKind.Steps => FormattableString.Invariant($"Steps{string.Join("To", _percents.Select(percent => percent.ToString(CultureInfo.InvariantCulture)))}PercentEvery{Interval.TotalMinutes}Minutes"),
        _ => FormattableString.Invariant($"Linear{Percent}PercentEvery{Interval.TotalMinutes}Minutes"),
    };

    private static double Part(double percent) => percent is >= SmallestPart and < 100
        ? percent
        : throw new ArgumentOutOfRangeException(nameof(percent), percent, "A part of the traffic is at least 0.01 and below 100 percent; for all of it use AllAtOnce.");

    private static TimeSpan Pause(TimeSpan interval) => interval > TimeSpan.Zero && interval <= LongestPause
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), interval, "The pause between two parts is longer than zero and at most 30 days; for none use AllAtOnce.");
}
