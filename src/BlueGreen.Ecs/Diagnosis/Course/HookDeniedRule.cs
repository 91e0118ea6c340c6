namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG935: the role that deploys may not call a hook's function.</summary>
internal sealed class HookDeniedRule : IFailureRule
{
    public string Code => "BG935";

    public CauseDepth Depth => CauseDepth.Course;

    public FailureCause? Explain(FailureEvidence evidence)
    {
        var told = HookTroubles.Denied(evidence);
        return told.Count == 0 ? null : Cause.Certain(
            Code,
            HookTroubles.SubjectOf(evidence),
            $"The hook's function may not be called{HookTroubles.At(evidence)}: {Cause.Sentence(told[0])}",
            "Give the role lambda:InvokeFunction on the function: AWSCodeDeployRoleForECS has it, AWSCodeDeployRoleForECSLimited only for functions whose name begins with CodeDeployHook_.",
            told);
    }
}
