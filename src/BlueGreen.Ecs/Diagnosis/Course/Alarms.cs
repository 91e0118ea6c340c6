using System.Globalization;
using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>Whether alarms ended a deployment, and which.</summary>
internal static class Alarms
{
    private static readonly string[] Words = ["ALARM_ACTIVE", "alarms have been activated", "deployment alarm", "Alarms:", "in the state ALARM", "in ALARM"];

    /// <summary>AWS's words that speak of alarms as the end of the deployment.</summary>
    public static IReadOnlyList<string> Told(FailureEvidence evidence) => [.. evidence.Words.Where(line => Array.Exists(Words, word => line.Contains(word, StringComparison.Ordinal)))];

    /// <summary>The red alarms, those of which AWS speaks first.</summary>
    public static IReadOnlyList<AlarmSeen> Red(FailureEvidence evidence, IReadOnlyList<string> told) =>
        [.. (evidence.Alarms ?? []).Where(alarm => alarm.IsRed).OrderByDescending(alarm => told.Any(line => line.Contains(alarm.Name, StringComparison.Ordinal)))];

    public static string Describe(AlarmSeen alarm) => string.Create(
        CultureInfo.InvariantCulture,
        $"alarm {alarm.Name} is {alarm.State}{(alarm.ChangedAt is { } at ? $" since {at:yyyy-MM-dd HH:mm:ss} UTC" : string.Empty)}{(string.IsNullOrEmpty(alarm.Reason) ? string.Empty : $": {alarm.Reason}")}");
}
