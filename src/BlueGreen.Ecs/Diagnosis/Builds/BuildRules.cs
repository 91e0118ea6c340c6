namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>All rules of builds, and what they make of one.</summary>
internal static class BuildRules
{
    private static readonly IBuildRule[] All =
    [
        new BuildEnvironmentRule(), new SourceDeniedRule(), new SourceMissingRule(), new BuildSpecMissingRule(), new BuildSpecSyntaxRule(), new UnreadableSecretRule(),
        new EcrDeniedRule(), new RegistryLoginRule(), new DockerHubLimitRule(), new DockerDaemonRule(), new BuildVariableRule(), new EcrRepositoryRule(), new ImageTagTakenRule(),
        new ArtifactsDeniedRule(), new ArtifactsMissingRule(), new BuildTimeOutRule(), new BuildStoppedRule(),
    ];

    private static readonly CommandFailedRule Unknown = new();

    /// <returns>The causes: the surest first, and of those what was seen first, for what follows a trouble is often its echo.</returns>
    public static EquatableArray<FailureCause> Explain(BuildEvidence evidence)
    {
        if (!evidence.HasFailed)
        {
            return [];
        }

        var lines = evidence.Log.ToList();
        var causes = All.Select(rule => rule.Explain(evidence)).OfType<FailureCause>().ToList();
        if (causes.TrueForAll(cause => cause.Confidence == Confidence.Possible) && Unknown.Explain(evidence) is { } command)
        {
            causes.Add(command);
        }

        return causes.OrderByDescending(cause => cause.Confidence).ThenBy(FirstSeen).ToEquatableArray();

        int FirstSeen(FailureCause cause) => cause.Finding.Evidence.Select(line => lines.IndexOf(line)).Where(index => index >= 0).DefaultIfEmpty(-1).Min();
    }
}
