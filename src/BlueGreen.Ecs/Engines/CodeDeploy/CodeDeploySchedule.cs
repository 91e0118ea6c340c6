using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.CodeDeploy.Model;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>When a deployment is due to change, as far as its configuration tells. Pure.</summary>
internal static partial class CodeDeploySchedule
{
    private const int MostMilliseconds = 1000;

    /// <summary>Up to when nothing is due: between two parts of the traffic, and while the old version is kept.</summary>
    /// <param name="info">A deployment.</param>
    /// <param name="target">Its target; none before it has begun.</param>
    /// <param name="greenPercent">The new version's part of production traffic.</param>
    /// <returns>The moment, which may have passed; none where nothing is known.</returns>
    public static DateTimeOffset? QuietUntil(DeploymentInfo info, ECSTarget? target, double greenPercent)
    {
        var events = target?.LifecycleEvents ?? [];
        if (info.Status?.Value != DeploymentStatusText.InProgress || events.Count == 0)
        {
            return null;
        }

        if (events.TrueForAll(happened => happened.Status?.Value is "Succeeded" or "Skipped"))
        {
            var kept = info.BlueGreenDeploymentConfiguration?.TerminateBlueInstancesOnDeploymentSuccess?.TerminationWaitTimeInMinutes;
            return events.Max(happened => happened.EndTime) is { } ended && kept is { } minutes ? Time(ended) + TimeSpan.FromMinutes(minutes) : null;
        }

        var shifting = events.Find(happened => happened is { LifecycleEventName: "AllowTraffic", Status.Value: "InProgress" });
        return shifting?.StartTime is { } began && PartsOf(info.DeploymentConfigName) is { } parts && greenPercent is > 0 and < 100
            ? Time(began) + (parts.Interval * (parts.IsCanary ? 1 : Math.Ceiling(greenPercent / parts.Percent)))
            : null;
    }

    // AWS's own configurations and those of this library tell all in their names; what others have called theirs is not known.
    private static (bool IsCanary, double Percent, TimeSpan Interval)? PartsOf(string? configuration) => Name().Match(configuration ?? string.Empty) is { Success: true } found
        ? (found.Groups["kind"].Value == "Canary", Number(found.Groups["percent"]), TimeSpan.FromMinutes(Number(found.Groups["minutes"])))
        : null;

    private static double Number(Group group) => double.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(DateTime time) => new(time.ToUniversalTime(), TimeSpan.Zero);

    [GeneratedRegex(@"^(CodeDeployDefault\.ECS|BlueGreenEcs\.)(?<kind>Canary|Linear)(?<percent>[1-9][0-9]?)Percent(Every)?(?<minutes>[1-9][0-9]{0,3})Minutes$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex Name();
}
