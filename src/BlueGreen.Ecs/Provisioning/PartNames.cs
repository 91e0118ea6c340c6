namespace BlueGreen.Ecs.Provisioning;

/// <summary>Names that follow from an environment's others.</summary>
internal static class PartNames
{
    public static string LoadBalancerGroup(BlueGreenEnvironment environment) => $"{environment.Name}-load-balancer";

    public static string TaskGroup(BlueGreenEnvironment environment) => $"{environment.Name}-tasks";

    /// <summary>The load balancer's name, also where it was given by ARN: <c>…:loadbalancer/app/web/50dc6c495c0c9188</c>.</summary>
    public static string LoadBalancer(BlueGreenEnvironment environment) => environment.LoadBalancer.Name.Split('/') is [_, _, var name, _] ? name : environment.LoadBalancer.Name;

    /// <summary>A listener has no name of its own.</summary>
    public static string Listener(BlueGreenEnvironment environment, EnvironmentListener listener) => FormattableString.Invariant($"{LoadBalancer(environment)}:{listener.Port}");

    /// <summary>Where CodeBuild writes what builds say.</summary>
    public static string BuildLogs(EnvironmentBuild build) => $"/aws/codebuild/{build.Project}";

    /// <summary>The name that stands last in an ARN with a path; a name is what it is.</summary>
    public static string Last(string nameOrArn) => nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];
}
