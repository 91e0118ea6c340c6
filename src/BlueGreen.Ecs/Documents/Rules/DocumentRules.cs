namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>All rules of this library, in the order in which they report.</summary>
internal static class DocumentRules
{
    public static IReadOnlyList<IDocumentRule> All { get; } =
    [
        new AppSpecContainerRule(),
        new EnvironmentSecretRule(),
        new ContainerTextSecretRule(),
    ];
}
