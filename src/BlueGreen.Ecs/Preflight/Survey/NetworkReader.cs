using Amazon.EC2;
using Amazon.EC2.Model;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Looks at the network of the new tasks.</summary>
internal sealed class NetworkReader(SideClient<IAmazonEC2> ec2, SurveyCalls calls)
{
    public async Task<NetworkFacts> ReadAsync(DeploymentPlan plan, CancellationToken cancellationToken)
    {
        if ((plan.AppSpec?.Network ?? plan.Service.Network) is not { Subnets.Count: > 0 } network)
        {
            return new(Network: null, Subnets: null, Groups: null);
        }

        var subnets = SubnetsAsync(network, cancellationToken);
        var groups = GroupsAsync(network, cancellationToken);
        var facts = new NetworkFacts(network, await subnets.ConfigureAwait(false), await groups.ConfigureAwait(false));
        if (network.AssignPublicIp is true || facts.VpcId is not { } vpc)
        {
            return facts;
        }

        // Tasks without public addresses reach ECR by a NAT gateway or by endpoints.
        var routes = RoutesAsync(vpc, cancellationToken);
        var endpoints = EndpointsAsync(vpc, cancellationToken);
        return facts with { Routes = await routes.ConfigureAwait(false), Endpoints = await endpoints.ConfigureAwait(false) };
    }

    private Task<Read<IReadOnlyList<Subnet>>> SubnetsAsync(AwsvpcConfiguration network, CancellationToken cancellationToken) => calls.ReadAsync<IReadOnlyList<Subnet>>(
        "ec2:DescribeSubnets",
        string.Join(", ", network.Subnets),
        "whether the subnets exist and have free addresses",
        async token => (await ec2.Value.DescribeSubnetsAsync(new DescribeSubnetsRequest { SubnetIds = [.. network.Subnets] }, token).ConfigureAwait(false)).Subnets,
        code => code is "InvalidSubnetID.NotFound",
        cancellationToken);

    private async Task<Read<IReadOnlyList<SecurityGroup>>?> GroupsAsync(AwsvpcConfiguration network, CancellationToken cancellationToken) => network.SecurityGroups.Count == 0 ? null : await calls.ReadAsync<IReadOnlyList<SecurityGroup>>(
        "ec2:DescribeSecurityGroups",
        string.Join(", ", network.SecurityGroups),
        "whether the tasks' security groups admit the load balancer",
        async token => (await ec2.Value.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = [.. network.SecurityGroups] }, token).ConfigureAwait(false)).SecurityGroups,
        code => code is "InvalidGroup.NotFound",
        cancellationToken).ConfigureAwait(false);

    private Task<Read<IReadOnlyList<RouteTable>>> RoutesAsync(string vpc, CancellationToken cancellationToken) => calls.ReadAsync<IReadOnlyList<RouteTable>>(
        "ec2:DescribeRouteTables",
        vpc,
        "whether the tasks have a way to their image's registry",
        async token => (await ec2.Value.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [Of(vpc)] }, token).ConfigureAwait(false)).RouteTables ?? [],
        isMissing: null,
        cancellationToken);

    private Task<Read<IReadOnlyList<VpcEndpoint>>> EndpointsAsync(string vpc, CancellationToken cancellationToken) => calls.ReadAsync<IReadOnlyList<VpcEndpoint>>(
        "ec2:DescribeVpcEndpoints",
        vpc,
        "whether the tasks reach ECR by endpoints",
        async token => (await ec2.Value.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { Filters = [Of(vpc)] }, token).ConfigureAwait(false)).VpcEndpoints ?? [],
        isMissing: null,
        cancellationToken);

    private static Filter Of(string vpc) => new() { Name = "vpc-id", Values = [vpc] };
}
