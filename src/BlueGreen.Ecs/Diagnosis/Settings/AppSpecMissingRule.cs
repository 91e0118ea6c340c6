namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG944: the revision has no AppSpec that CodeDeploy can read.</summary>
internal sealed class AppSpecMissingRule() : ToldRule("BG944", CauseDepth.Refusal, "INVALID_REVISION", "REVISION_MISSING", "An AppSpec file is required")
{
    protected override string Fix =>
        "Put appspec.yaml (or .json) at the root of the archive, or give the AppSpec itself as AppSpecContent, and check it with DocumentChecks.";

    protected override string Message(string line) => $"CodeDeploy cannot read the deployment's AppSpec: {Cause.Sentence(line)}";
}
