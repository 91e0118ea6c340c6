namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>All rules of this library, in the order in which they report.</summary>
internal static class DocumentRules
{
    public static IReadOnlyList<IDocumentRule> All { get; } =
    [
        new BuildVariableCharactersRule(),
        new ReservedBuildVariableRule(),
        new BuildSpecVersionRule(),
        new BuildArtifactsRule(),
        new DockerHubLoginRule(),
        new UnquotedImageDetailRule(),
        new ExportedVariableRule(),
        new AppSpecContainerRule(),
        new AppSpecTaskDefinitionRule(),
        new AppSpecNetworkRule(),
        new AppSpecHooksRule(),
        new AppSpecNetworkSizeRule(),
        new AppSpecHookFunctionRule(),
    ];
}
