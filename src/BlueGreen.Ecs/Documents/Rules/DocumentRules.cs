namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>All rules of this library, in the order in which they report.</summary>
internal static class DocumentRules
{
    public static IReadOnlyList<IDocumentRule> All { get; } =
    [
        new FamilyNameRule(),
        new ContainerNameRule(),
        new DuplicateContainerRule(),
        new ContainerCountRule(),
        new EssentialContainerRule(),
        new DocumentSizeRule(),
        new ImageRule(),
        new TaskSizeRule(),
        new ContainerSizeRule(),
        new EphemeralStorageRule(),
        new RuntimePlatformRule(),
        new FargateNetworkRule(),
        new HostPortRule(),
        new PortTwiceRule(),
        new DependencyRule(),
        new DependencyCycleRule(),
        new FargateLogDriverRule(),
        new AwslogsOptionsRule(),
        new VariableTwiceRule(),
        new VariableTextRule(),
        new FloatingTagRule(),
        new RoleArnRule(),
        new HealthCheckCommandRule(),
        new HealthCheckTimesRule(),
        new ContainerTimeoutRule(),
        new AppSpecContainerRule(),
    ];
}
