namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG933: a hook's function never answered.</summary>
internal sealed class HookSilentRule : IFailureRule
{
    public string Code => "BG933";

    public CauseDepth Depth => CauseDepth.Course;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var told = HookTroubles.Silent(evidence);
        return told.Count == 0 ? null : Cause.Certain(
            Code,
            HookTroubles.SubjectOf(evidence),
            $"The hook's function did not answer in time{HookTroubles.At(evidence)}: {Cause.Sentence(told[0])}{(evidence.Hook?.HasLog is false ? " It has no log, and so may never have run." : string.Empty)}",
            "Have the function report in every case, also when it throws (try/finally), within an hour; its role needs codedeploy:PutLifecycleEventHookExecutionStatus on the deployment group. A hook of ECS itself answers with hookStatus.",
            told.Concat(HookTroubles.Log(evidence)));
    }
}
