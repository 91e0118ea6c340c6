namespace BlueGreen.Ecs.Provisioning;

/// <summary>How the parts of an environment refer to one another: as <see cref="PlannedResource.Id"/> has it.</summary>
internal static class PartIds
{
    public static string Of(ResourceKind kind, string name) => $"{kind}:{name}";

    public static string Network(BlueGreenEnvironment environment) => Of(ResourceKind.Network, environment.Name);

    public static string LoadBalancerGroup(BlueGreenEnvironment environment) => Of(ResourceKind.SecurityGroup, PartNames.LoadBalancerGroup(environment));

    public static string TaskGroup(BlueGreenEnvironment environment) => Of(ResourceKind.SecurityGroup, PartNames.TaskGroup(environment));

    public static string Cluster(BlueGreenEnvironment environment) => Of(ResourceKind.Cluster, environment.Cluster.Name);

    public static string Repository(BlueGreenEnvironment environment) => Of(ResourceKind.Repository, environment.Repository?.Name ?? string.Empty);

    public static string Role(EnvironmentResource role) => Of(ResourceKind.Role, PartNames.Last(role.Name));

    public static string LoadBalancer(BlueGreenEnvironment environment) => Of(ResourceKind.LoadBalancer, PartNames.LoadBalancer(environment));

    public static string TargetGroup(string name) => Of(ResourceKind.TargetGroup, name);

    public static string Listener(BlueGreenEnvironment environment, EnvironmentListener listener) => Of(ResourceKind.Listener, PartNames.Listener(environment, listener));

    public static string TaskDefinition(BlueGreenEnvironment environment) => Of(ResourceKind.TaskDefinition, environment.TaskDefinition.Family);

    public static string Service(BlueGreenEnvironment environment) => Of(ResourceKind.Service, environment.Service.Name);
}
