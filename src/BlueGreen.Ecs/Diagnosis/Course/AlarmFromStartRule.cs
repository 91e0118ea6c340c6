namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG931: an alarm was red before the deployment began.</summary>
internal sealed class AlarmFromStartRule : IFailureRule
{
    public string Code => "BG931";

    public CauseDepth Depth => CauseDepth.Refusal;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        // Only CodeDeploy is ended by such an alarm: ECS does not watch one that was red before, and this library's own engine does not begin.
        var told = evidence.ErrorCode == "ALARM_ACTIVE" ? Alarms.Told(evidence) : [];
        var red = Alarms.Red(evidence, told).Where(alarm => alarm.ChangedAt <= evidence.Since).ToList();
        return told.Count == 0 || red.Count == 0 ? null : Cause.Certain(
            Code,
            red[0].Name,
            $"The alarm was red before the deployment began, and so ended it, whatever the new version did: {Cause.Sentence(Alarms.Describe(red[0]))}",
            "Let the alarm become green first. To deploy the cure of what it reports, deploy once without it (in CodeDeploy: overrideAlarmConfiguration with enabled false).",
            red.Select(Alarms.Describe).Concat(told));
    }
}
