namespace BlueGreen.Ecs;

/// <summary>A service runs, and no environment can describe it.</summary>
/// <param name="service">The service.</param>
/// <param name="reason">What was found, what is needed, and what to do.</param>
public sealed class ServiceNotImportableException(ServiceReference service, string reason)
    : BlueGreenException($"{service}: {reason}")
{
    /// <summary>The service.</summary>
    public ServiceReference Service => service;
}
