namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG930: an alarm of the deployment went off.</summary>
internal sealed class AlarmRule : IFailureRule
{
    public string Code => "BG930";

    public CauseDepth Depth => CauseDepth.Course;

    public IReadOnlyList<string> ExplainedBy => ["BG931"];

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var told = Alarms.Told(evidence);
        var red = Alarms.Red(evidence, told);
        return told.Count == 0 ? null : Cause.Certain(
            Code,
            red.Count > 0 ? red[0].Name : evidence.Service,
            $"An alarm went off and ended the deployment: {Cause.Sentence(red.Count > 0 ? Alarms.Describe(red[0]) : told[0])}",
            "Look at what the alarm measures, in the minutes when the new version had traffic. When it measured something else, leave it out of this deployment.",
            red.Select(Alarms.Describe).Concat(told));
    }
}
