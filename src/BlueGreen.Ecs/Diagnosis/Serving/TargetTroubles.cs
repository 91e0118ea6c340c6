using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>What is said of the new version's targets being unhealthy: by the load balancer now, by the service's events before.</summary>
internal static class TargetTroubles
{
    /// <summary>Lines that say that a target is unhealthy, with a reason or without.</summary>
    public static IReadOnlyList<string> Of(FailureEvidence evidence) =>
    [
        .. (evidence.Targets ?? []).Where(target => target.State.StartsWith("unhealthy", StringComparison.Ordinal)).Select(target => target.ToString()),
        .. evidence.LinesOf(TaskTrouble.TargetHealth),
    ];

    /// <summary>Those that name a wrong answer.</summary>
    public static bool IsWrongAnswer(string line) => line.Contains("with these codes", StringComparison.OrdinalIgnoreCase) || line.Contains("ResponseCodeMismatch", StringComparison.Ordinal);

    /// <summary>Those that name no answer.</summary>
    public static bool IsNoAnswer(string line) => line.Contains("timed out", StringComparison.OrdinalIgnoreCase) || line.Contains("Target.Timeout", StringComparison.Ordinal)
        || line.Contains("Target.FailedHealthChecks", StringComparison.Ordinal) || line.Contains("(reason Health checks failed)", StringComparison.OrdinalIgnoreCase);

    /// <summary>The target group: its ARN where a line has it.</summary>
    public static string SubjectOf(FailureEvidence evidence) =>
        Of(evidence).Select(line => Cause.Between(line, "(target-group ", ")")).OfType<string>().FirstOrDefault() ?? (evidence.Targets is [var first, ..] ? first.Group : evidence.Service);

    /// <summary>How the group's health check asks, as part of a sentence.</summary>
    public static string CheckOf(FailureEvidence evidence) => evidence.Targets?.FirstOrDefault(target => target.Check is not null)?.Check is { } check ? $" ({check})" : string.Empty;

    /// <summary>What AWS says is wrong, the most telling first.</summary>
    public static string ReasonOf(IReadOnlyList<string> lines) =>
        lines.Select(line => Cause.Between(line, "(reason ", ")")).FirstOrDefault(reason => reason is not null) ?? lines[0];

    /// <summary>The targets' own state first, one line of each kind of event, and what the containers wrote.</summary>
    public static IEnumerable<string> Evidence(FailureEvidence evidence, IEnumerable<string> lines) => lines.Take(6).Concat(evidence.LogLines(4));
}
