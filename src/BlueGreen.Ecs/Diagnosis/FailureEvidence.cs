using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis;

/// <summary>All that was found out about a deployment that failed; rules look only at this. A list that is <see langword="null"/> was not looked at, or could not be.</summary>
internal sealed record FailureEvidence
{
    /// <summary>The service, as <c>cluster/service</c>.</summary>
    public required string Service { get; init; }

    /// <summary>When the deployment began, in UTC.</summary>
    public DateTime Since { get; init; }

    /// <summary>AWS's error code, or that of the engine. Default: none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>AWS's own words. Default: none.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether whoever asks has stopped the deployment: then that it was stopped is no news.</summary>
    public bool IsStoppedHere { get; init; }

    /// <summary>Whether the deployment waits for somebody to let it go on.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>The deployment's lifecycle events or stages.</summary>
    public IReadOnlyList<LifecycleSeen> Lifecycle { get; init; } = [];

    /// <summary>The function of the hook that failed, or is waited for.</summary>
    public HookSeen? Hook { get; init; }

    /// <summary>The service as ECS has it now.</summary>
    public ServiceSeen? Live { get; init; }

    /// <summary>The new version's tasks, newest first.</summary>
    public IReadOnlyList<TaskSeen>? Tasks { get; init; }

    /// <summary>The targets in the new version's target groups.</summary>
    public IReadOnlyList<TargetSeen>? Targets { get; init; }

    /// <summary>The deployment's alarms.</summary>
    public IReadOnlyList<AlarmSeen>? Alarms { get; init; }

    /// <summary>Where the listeners forward.</summary>
    public IReadOnlyList<ListenerSeen>? Listeners { get; init; }

    /// <summary>The service's changes of size since the start, in AWS's words.</summary>
    public IReadOnlyList<string>? Scalings { get; init; }

    /// <summary>The last lines of containers that stopped or are unhealthy.</summary>
    public IReadOnlyList<LogSeen> Logs { get; init; } = [];

    /// <summary>The code and the words of AWS as one line. Default: none.</summary>
    public string? Told => (ErrorCode, Reason) switch
    {
        ({ Length: > 0 } code, { Length: > 0 } reason) => reason.StartsWith(code, StringComparison.Ordinal) ? reason : $"{code}: {reason}",
        ({ Length: > 0 } code, _) => code,
        (_, { Length: > 0 } reason) => reason,
        _ => null,
    };

    /// <summary>The service's events that speak of the new version, newest first.</summary>
    public IEnumerable<string> Events => Live?.Events ?? [];

    /// <summary>The new version's tasks that have stopped, or are about to.</summary>
    public IEnumerable<TaskSeen> Stopped => (Tasks ?? []).Where(task => task.IsStopping);

    /// <summary>Whether AWS's words, or the diagnostics of a lifecycle event, hold one of the texts.</summary>
    public bool Tells(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (Words.Any(line => line.Contains(text, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>AWS's words, and the diagnostics of lifecycle events.</summary>
    public IEnumerable<string> Words => Lifecycle.Select(happened => happened.Diagnostics).Prepend(Told).OfType<string>().Where(line => line.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>What the tasks' and containers' reasons, the service's events and AWS's words say of one kind of trouble.</summary>
    public IEnumerable<string> LinesOf(TaskTrouble trouble) =>
        Stopped.SelectMany(task => task.Reasons).Concat(Events).Concat(Words).Where(line => TaskTroubles.Of(line) == trouble).Distinct(StringComparer.Ordinal);

    /// <summary>The last log lines, each with its stream.</summary>
    public IEnumerable<string> LogLines(int most) => Logs.SelectMany(log => log.Lines.TakeLast(most).Select(line => $"log {log.Stream}: {line}"));
}
