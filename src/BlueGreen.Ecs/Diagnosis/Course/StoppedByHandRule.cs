namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG938: somebody stopped the deployment.</summary>
internal sealed class StoppedByHandRule : IFailureRule
{
    private static readonly string[] Words = ["MANUAL_STOP", "stopped by a user", "It was stopped", "a user requested"];

    public string Code => "BG938";

    public CauseDepth Depth => CauseDepth.Course;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var told = evidence.IsStoppedHere ? [] : evidence.Words.Where(line => Array.Exists(Words, word => line.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return told.Count == 0 ? null : Cause.Certain(
            Code,
            evidence.Service,
            $"Somebody stopped the deployment: {Cause.Sentence(told[0])}",
            "Ask who did: CloudTrail has the call (StopDeployment, StopServiceDeployment) with its user. Causes above this one are what they may have seen.",
            told);
    }
}
