using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>BG915: a container's own health check fails.</summary>
internal sealed class ContainerHealthRule : IFailureRule
{
    public string Code => "BG915";

    public CauseDepth Depth => CauseDepth.Container;

    public IReadOnlyList<string> ExplainedBy => ["BG903", "BG914"];

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var tasks = evidence.Tasks ?? [];
        var told = evidence.LinesOf(TaskTrouble.ContainerHealth).ToList();
        var sick = tasks.SelectMany(task => task.Containers.Where(container => container.Health == "UNHEALTHY").Select(container => (container.Name, Line: $"container {container.Name} of task {task.Id} is UNHEALTHY"))).ToList();
        return told.Count + sick.Count == 0 ? null : Cause.Likely(
            Code,
            evidence.Service,
            $"{(sick.Count > 0 ? $"The own health check of the container {sick[0].Name}" : "A container's own health check")} fails, so that ECS replaces the new version's tasks.",
            "Run the health check's command inside the image: the program it calls (curl, wget) must be there, and what it asks must answer within timeout. A long start wants a startPeriod.",
            told.Concat(sick.Select(one => one.Line)).Take(6).Concat(evidence.LogLines(4)));
    }
}
