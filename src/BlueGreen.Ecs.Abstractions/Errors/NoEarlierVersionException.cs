namespace BlueGreen.Ecs;

/// <summary>There is no version to go back to: AWS remembers no successful deployment of another one.</summary>
/// <param name="service">The service.</param>
/// <param name="current">The ARN of the task definition that runs.</param>
public sealed class NoEarlierVersionException(ServiceReference service, string current)
    : BlueGreenException($"{service}: no deployment of another version than {current} is known to have succeeded. Deploy the version that is wanted by Deployment.For(…).")
{
    /// <summary>The service.</summary>
    public ServiceReference Service => service;

    /// <summary>The ARN of the task definition that runs.</summary>
    public string Current => current;
}
