namespace BlueGreen.Ecs;

/// <summary>A service cannot be handed to another deployment controller as it is. Nothing has been changed.</summary>
/// <param name="service">The service.</param>
/// <param name="reason">What was found, what is needed, and what to do.</param>
public sealed class MigrationRefusedException(ServiceReference service, string reason)
    : BlueGreenException($"{service}: {reason}")
{
    /// <summary>The service.</summary>
    public ServiceReference Service => service;
}
