namespace BlueGreen.Ecs;

/// <summary>The CodeDeploy application and deployment group of a service.</summary>
/// <param name="Application">The application's name.</param>
/// <param name="DeploymentGroup">The deployment group's name.</param>
public sealed record CodeDeployTarget(string Application, string DeploymentGroup)
{
    private const int LongestPart = 46;

    /// <summary>The names that the ECS console and <c>aws ecs deploy</c> give: <c>AppECS-cluster-service</c> and <c>DgpECS-cluster-service</c>, each part cut to 46 characters.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is <see langword="null"/>.</exception>
    public static CodeDeployTarget DefaultFor(ServiceReference service)
    {
        ArgumentNullException.ThrowIfNull(service);
        var name = $"{Cut(service.Cluster)}-{Cut(service.Name)}";
        return new($"AppECS-{name}", $"DgpECS-{name}");
    }

    /// <summary><c>application/group</c>.</summary>
    public override string ToString() => $"{Application}/{DeploymentGroup}";

    private static string Cut(string name) => name.Length <= LongestPart ? name : name[..LongestPart];
}
