namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG937: the service was scaled while it was deployed, and did not become steady in time.</summary>
internal sealed class ScalingRule : IFailureRule
{
    private const string Waited = "waiting for the replacement task set to become healthy";

    public string Code => "BG937";

    public CauseDepth Depth => CauseDepth.Course;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        // The wait of an hour belongs to Install; once that has passed, only the five minutes after a change of size are waited for.
        var told = evidence.Words.Where(line => line.Contains(Waited, StringComparison.Ordinal)).ToList();
        var isInstalled = evidence.Lifecycle.Any(happened => happened is { Name: "Install", Status: "Succeeded" });
        if (told.Count == 0 || !(isInstalled || told.Exists(line => line.Contains("period is 5 minutes", StringComparison.Ordinal))))
        {
            return null;
        }

        const string Fix = "Let scaling rest while the service is deployed: SuspendScaling() does so, and restores it. Change the desired count before or after.";
        var scalings = evidence.Scalings ?? [];
        return scalings.Count > 0
            ? Cause.Certain(Code, evidence.Service, $"The service was scaled while it was deployed, and its tasks were not steady within five minutes: {Cause.Sentence(scalings[0])}", Fix, scalings.Concat(told))
            : Cause.Likely(Code, evidence.Service, $"The service's tasks were not steady within five minutes after its size had changed, while traffic moved: {Cause.Sentence(told[0])}", Fix, told);
    }
}
