using Amazon.EC2.Model;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Where the new tasks will be: the subnets and security groups of the AppSpec, or else of the tasks that serve.</summary>
/// <param name="Network">What was looked for. Default: none, tasks share their host's network.</param>
/// <param name="Subnets">The subnets.</param>
/// <param name="Groups">The security groups.</param>
/// <param name="Routes">The route tables of the subnets' VPC. Looked at for tasks without public addresses only.</param>
/// <param name="Endpoints">The VPC's endpoints, likewise.</param>
internal sealed record NetworkFacts(
    AwsvpcConfiguration? Network,
    Read<IReadOnlyList<Subnet>>? Subnets,
    Read<IReadOnlyList<SecurityGroup>>? Groups,
    Read<IReadOnlyList<RouteTable>>? Routes = null,
    Read<IReadOnlyList<VpcEndpoint>>? Endpoints = null)
{
    /// <summary>The VPC, where it is known.</summary>
    public string? VpcId => Subnets?.Value is [var subnet, ..] ? subnet.VpcId : Groups?.Value is [var group, ..] ? group.VpcId : null;
}
