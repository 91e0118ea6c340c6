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
        new NetworkModeMembersRule(),
        new HostPortRule(),
        new PortNumberRule(),
        new PortTwiceRule(),
        new DependencyRule(),
        new DependencyCycleRule(),
        new FargateLogDriverRule(),
        new AwslogsOptionsRule(),
        new VariableTwiceRule(),
        new VariableTextRule(),
        new EnvironmentFilesRule(),
        new FloatingTagRule(),
        new DockerHubRule(),
        new ExecutionRoleRule(),
        new RoleArnRule(),
        new HealthCheckCommandRule(),
        new HealthCheckTimesRule(),
        new ContainerTimeoutRule(),
        new RestartPolicyRule(),
        new UlimitRule(),
        new TagRule(),
        new CredentialSpecsRule(),
        new FargateMembersRule(),
        new MountPointRule(),
        new VolumeRule(),
        new VolumesFromRule(),
        new PortRangeRule(),
        new AppSpecContainerRule(),
    ];
}
