namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG938: somebody stopped the deployment.</summary>
internal sealed class StoppedByHandRule : IFailureRule
{
    private const string Fix =
        "Ask who did: CloudTrail has the call (StopDeployment, StopServiceDeployment, DeleteTaskSet) with its user. Causes above this one are what they may have seen.";

    private static readonly string[] Words = ["MANUAL_STOP", "stopped by a user", "It was stopped", "requested by a user", "Somebody has deleted the new version's task set"];

    private static readonly string[] Gone = ["Its task set is gone"];

    public string Code => "BG938";

    public CauseDepth Depth => CauseDepth.Course;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var told = Lines(evidence, Words);
        var gone = Lines(evidence, Gone);
        return evidence.IsStoppedHere ? null
            : told.Count > 0 ? Cause.Certain(Code, evidence.Service, $"Somebody stopped the deployment: {Cause.Sentence(told[0])}", Fix, told)
            : gone.Count > 0 ? Cause.Possible(Code, evidence.Service, $"Somebody may have stopped the deployment: {Cause.Sentence(gone[0])}", Fix, gone)
            : null;
    }

    private static List<string> Lines(FailureEvidence evidence, string[] words) =>
        [.. evidence.Words.Where(line => Array.Exists(words, word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))];
}
