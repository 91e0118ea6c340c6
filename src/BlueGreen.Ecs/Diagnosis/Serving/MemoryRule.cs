using BlueGreen.Ecs.Diagnosis.Evidence;

namespace BlueGreen.Ecs.Diagnosis.Serving;

/// <summary>BG914: a container of the new version needs more memory than it has.</summary>
internal sealed class MemoryRule : IFailureRule
{
    public string Code => "BG914";

    public CauseDepth Depth => CauseDepth.Container;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var exits = ContainerExit.Of(evidence).Where(ContainerExit.IsMemory).Select(ContainerExit.Describe).Distinct(StringComparer.Ordinal).ToList();
        var told = evidence.LinesOf(TaskTrouble.Memory).ToList();
        if (exits.Count + told.Count == 0)
        {
            return null;
        }

        // A killed container is mostly one without memory; ECS says so where it knows.
        var lines = exits.Concat(told).Concat(evidence.LogLines(3)).ToList();
        const string Fix = "Give the container and the task more memory, or the program a limit of its own that fits: what a runtime takes beyond its heap counts too.";
        return told.Count > 0
            ? Cause.Certain(Code, evidence.Service, $"A container of the new version runs out of memory: {Cause.Sentence(lines[0])}", Fix, lines)
            : Cause.Likely(Code, evidence.Service, $"A container of the new version is killed, mostly for want of memory: {Cause.Sentence(lines[0])}", Fix, lines);
    }
}
