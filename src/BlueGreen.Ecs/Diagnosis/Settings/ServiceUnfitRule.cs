namespace BlueGreen.Ecs.Diagnosis.Settings;

/// <summary>BG948: the service is none that CodeDeploy can deploy.</summary>
internal sealed class ServiceUnfitRule() : ToldRule("BG948", CauseDepth.Refusal, "INVALID_ECS_SERVICE")
{
    public override IReadOnlyList<string> ExplainedBy => ["BG920", "BG939"];

    protected override string Fix =>
        "Name an active service with the CODE_DEPLOY controller and a primary task set in the deployment group, or recreate the service with that controller.";

    protected override string Message(string line) => $"CodeDeploy cannot deploy the service that its deployment group names: {Cause.Sentence(line)}";
}
