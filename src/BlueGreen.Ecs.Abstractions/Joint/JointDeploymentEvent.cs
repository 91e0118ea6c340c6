namespace BlueGreen.Ecs;

/// <summary>Something that happened in one of several deployments.</summary>
/// <param name="Service">The member's service.</param>
/// <param name="Event">What happened.</param>
public sealed record JointDeploymentEvent(ServiceReference Service, DeploymentEvent Event)
{
    /// <summary>One line: the event, and the service.</summary>
    public override string ToString() => $"{Event} [{Service}]";
}
