using System.Globalization;

namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>BG918: tasks are replaced for being unhealthy before they can have been ready.</summary>
internal sealed class SlowStartRule : IFailureRule
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(5);

    public string Code => "BG918";

    public CauseDepth Depth => CauseDepth.Traffic;

    public IReadOnlyList<string> ExplainedBy => ["BG903", "BG914"];

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var mayBeSlow = TargetTroubles.Of(evidence).Any(line => TargetTroubles.IsNoAnswer(line) || line.Contains("[503]", StringComparison.Ordinal) || line.Contains("[502]", StringComparison.Ordinal));
        var replaced = evidence.Stopped
            .Where(task => task.StoppedReason?.Contains("health checks", StringComparison.OrdinalIgnoreCase) is true && task is { StartedAt: not null, StoppedAt: not null })
            .Select(task => (task.Id, Lived: task.StoppedAt!.Value - task.StartedAt!.Value))
            .ToList();
        var grace = TimeSpan.FromSeconds(evidence.Live?.GracePeriod ?? 0);
        if (!mayBeSlow || replaced.Count == 0 || replaced.Max(task => task.Lived) > grace + Short)
        {
            return null;
        }

        return Cause.Possible(
            Code,
            evidence.Service,
            string.Create(CultureInfo.InvariantCulture, $"The new version may start too slowly: its tasks were replaced as unhealthy at most {replaced.Max(task => task.Lived).TotalSeconds:0} s after they ran, with a grace period of {grace.TotalSeconds:0} s."),
            "Set the service's healthCheckGracePeriodSeconds above the time that the application needs to start, or let it answer the health check earlier.",
            replaced.Select(task => string.Create(CultureInfo.InvariantCulture, $"task {task.Id} was replaced {task.Lived.TotalSeconds:0} s after its containers ran")));
    }
}
