using System.Globalization;

namespace BlueGreen.Ecs.Diagnosis;

/// <summary>Says what was looked at and speaks for no cause. Pure.</summary>
internal static class Exclusions
{
    /// <summary>A sentence for each.</summary>
    public static EquatableArray<string> Of(FailureEvidence evidence) =>
    [
        .. Tasks(evidence),
        .. Events(evidence),
        .. Targets(evidence),
        .. Alarms(evidence),
        .. Listeners(evidence),
        .. Hook(evidence),
        .. evidence.Scalings is { Count: 0 } ? ["The service was not scaled since the deployment began."] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Tasks(FailureEvidence evidence)
    {
        if (evidence.Tasks is { } tasks && !evidence.Stopped.Any())
        {
            yield return tasks.Count == 0
                ? "ECS knows no task of the new version; it forgets stopped tasks after about an hour."
                : string.Create(CultureInfo.InvariantCulture, $"No task of the new version has stopped; {tasks.Count} {(tasks.Count == 1 ? "runs or starts" : "run or start")}.");
        }
    }

    private static IEnumerable<string> Events(FailureEvidence evidence)
    {
        if (evidence.Live is { Status: "ACTIVE" } && evidence.Events.All(line => Evidence.TaskTroubles.Of(line) == Evidence.TaskTrouble.None))
        {
            yield return "The service's events since the deployment began tell of no trouble.";
        }
    }

    private static IEnumerable<string> Targets(FailureEvidence evidence)
    {
        if (evidence.Targets is { } targets && targets.All(target => !target.State.StartsWith("unhealthy", StringComparison.Ordinal)))
        {
            yield return targets.Count == 0 ? "The new version's target group has no targets now." : "No target of the new version is unhealthy now.";
        }
    }

    private static IEnumerable<string> Alarms(FailureEvidence evidence)
    {
        if (evidence.Alarms is { } alarms && !alarms.Any(alarm => alarm.IsRed))
        {
            yield return alarms.Count == 0 ? "The deployment watches no alarm." : "No alarm of the deployment is red.";
        }
    }

    private static IEnumerable<string> Listeners(FailureEvidence evidence)
    {
        if (evidence.Listeners is { Count: > 0 } listeners && listeners.All(listener => listener is { IsThere: true, HasOwn: true, Strangers.Count: 0 }))
        {
            yield return "The production listener forwards to the deployment's target groups and to no other.";
        }
    }

    private static IEnumerable<string> Hook(FailureEvidence evidence)
    {
        if (evidence.Hook is null && evidence.Lifecycle.Count > 0)
        {
            yield return "No hook has failed.";
        }
    }
}
