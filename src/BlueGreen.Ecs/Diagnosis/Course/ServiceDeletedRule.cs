namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG939: the service was deleted.</summary>
internal sealed class ServiceDeletedRule : IFailureRule
{
    private static readonly string[] Words = ["service was deleted", "The service is gone", "is not active or has no primary task set", "ServiceNotActive", "Service was not ACTIVE"];

    public string Code => "BG939";

    public CauseDepth Depth => CauseDepth.Refusal;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var isGone = evidence.Live is { Status: not "ACTIVE" };
        var lines = evidence.Words.Where(line => Array.Exists(Words, word => line.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        if (isGone)
        {
            lines.Add($"service {evidence.Service} is {evidence.Live!.Status}");
        }

        return lines.Count == 0 ? null : Cause.Certain(
            Code,
            evidence.Service,
            $"The service was deleted, or is about to be: {Cause.Sentence(lines[0])}",
            "Create the service again before the next deployment, and find out by CloudTrail who deleted it (DeleteService).",
            lines);
    }
}
