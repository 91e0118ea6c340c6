namespace BlueGreen.Ecs.Diagnosis.Course;

/// <summary>BG936: nobody let the deployment go on.</summary>
internal sealed class ReadyWaitRule() : ToldRule("BG936", CauseDepth.Course, "waiting for a notification to continue", "lifecycle hook ecs-pause", "did not decide before")
{
    protected override string Fix =>
        "Confirm it in time (ContinueDeployment, a gate that decides), give it a longer wait, or leave the wait out.";

    protected override string Message(string line) => $"Nobody let the waiting deployment go on in time: {Cause.Sentence(line)}";
}
