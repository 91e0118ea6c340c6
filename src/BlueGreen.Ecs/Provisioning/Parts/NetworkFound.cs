namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>The network of an environment.</summary>
/// <param name="VpcIds">The VPCs of its subnets; more than one cannot be used.</param>
/// <param name="Subnets">The load balancer's subnets.</param>
/// <param name="TaskSubnets">The tasks' subnets.</param>
internal sealed record NetworkFound(IReadOnlyList<string> VpcIds, IReadOnlyList<string> Subnets, IReadOnlyList<string> TaskSubnets)
{
    public string VpcId => VpcIds[0];
}
