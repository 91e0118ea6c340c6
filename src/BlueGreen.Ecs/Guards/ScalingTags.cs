using System.Globalization;
using Amazon.ApplicationAutoScaling.Model;

namespace BlueGreen.Ecs.Guards;

/// <summary>What rested before a deployment suspended all scaling, and for whom it did, as the tags of a scalable target, and back. Pure.</summary>
internal static class ScalingTags
{
    private const string Former = "bluegreen:scaling-before";
    private const string Owner = "bluegreen:scaling-for";
    private const string Starting = "starting-";
    private const string Rests = "rests";
    private const string Runs = "runs";

    /// <summary>From the suspension until AWS has accepted the deployment; no start takes longer.</summary>
    public static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    /// <summary>The tags that this class writes.</summary>
    public static List<string> Keys => [Former, Owner];

    /// <summary>The owner that is about to start a deployment.</summary>
    public static string Claim(DateTimeOffset now) => Starting + now.UtcTicks.ToString(CultureInfo.InvariantCulture);

    /// <summary>The owner that is a deployment.</summary>
    public static string OwnerOf(ResumeToken deployment) => deployment.DeploymentId[(deployment.DeploymentId.LastIndexOf('/') + 1)..];

    /// <summary>The tags.</summary>
    public static Dictionary<string, string> Write(ScalingSuspension former, string owner) => new(StringComparer.Ordinal)
    {
        [Former] = string.Join(' ', new[] { former.ScalingIn, former.ScalingOut, former.Scheduled }.Select(rests => rests ? Rests : Runs)),
        [Owner] = owner,
    };

    /// <summary>What the tags say; nothing when they are not there, or cannot be read.</summary>
    public static HeldScaling? Read(IReadOnlyDictionary<string, string>? tags) =>
        tags is not null && tags.TryGetValue(Former, out var former) && former.Split(' ') is [Rests or Runs, Rests or Runs, Rests or Runs] kinds
            ? new(new(kinds[0] == Rests, kinds[1] == Rests, kinds[2] == Rests), tags.GetValueOrDefault(Owner))
            : null;

    /// <summary>When an owner was about to start; nothing for one that is a deployment.</summary>
    public static DateTimeOffset? ClaimedAt(string owner) =>
        owner.StartsWith(Starting, StringComparison.Ordinal)
        && long.TryParse(owner.AsSpan(Starting.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new(ticks, TimeSpan.Zero)
            : null;

    /// <summary>What a scalable target says of itself.</summary>
    public static ScalingSuspension Suspended(SuspendedState? state) =>
        new(state?.DynamicScalingInSuspended is true, state?.DynamicScalingOutSuspended is true, state?.ScheduledScalingSuspended is true);

    /// <summary>The same for a request.</summary>
    public static SuspendedState ToState(ScalingSuspension suspension) => new()
    {
        DynamicScalingInSuspended = suspension.ScalingIn,
        DynamicScalingOutSuspended = suspension.ScalingOut,
        ScheduledScalingSuspended = suspension.Scheduled,
    };
}
