using System.Net;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>Amazon EC2, as far as networks go: no instances.</summary>
internal sealed class Ec2Service(World world) : IAwsService
{
    private static readonly OperationTable<Ec2State> Operations = new("ec2")
    {
        ["CreateDefaultVpc"] = VpcOperations.CreateDefault,
        ["CreateVpc"] = VpcOperations.Create,
        ["DescribeVpcs"] = VpcOperations.Describe,
        ["DeleteVpc"] = VpcOperations.Delete,
        ["ModifyVpcAttribute"] = VpcOperations.ModifyAttribute,
        ["DescribeVpcAttribute"] = VpcOperations.DescribeAttribute,
        ["CreateSubnet"] = SubnetOperations.Create,
        ["DescribeSubnets"] = SubnetOperations.Describe,
        ["DeleteSubnet"] = SubnetOperations.Delete,
        ["ModifySubnetAttribute"] = SubnetOperations.ModifyAttribute,
        ["CreateSecurityGroup"] = SecurityGroupOperations.Create,
        ["DescribeSecurityGroups"] = SecurityGroupOperations.Describe,
        ["DeleteSecurityGroup"] = SecurityGroupOperations.Delete,
        ["DescribeSecurityGroupRules"] = SecurityGroupRuleOperations.Describe,
        ["AuthorizeSecurityGroupIngress"] = SecurityGroupRuleOperations.AuthorizeIngress,
        ["AuthorizeSecurityGroupEgress"] = SecurityGroupRuleOperations.AuthorizeEgress,
        ["RevokeSecurityGroupIngress"] = SecurityGroupRuleOperations.RevokeIngress,
        ["RevokeSecurityGroupEgress"] = SecurityGroupRuleOperations.RevokeEgress,
        ["CreateInternetGateway"] = InternetGatewayOperations.Create,
        ["AttachInternetGateway"] = InternetGatewayOperations.Attach,
        ["DetachInternetGateway"] = InternetGatewayOperations.Detach,
        ["DeleteInternetGateway"] = InternetGatewayOperations.Delete,
        ["DescribeInternetGateways"] = InternetGatewayOperations.Describe,
        ["CreateRouteTable"] = RouteTableOperations.Create,
        ["CreateRoute"] = RouteTableOperations.CreateRoute,
        ["DeleteRoute"] = RouteTableOperations.DeleteRoute,
        ["DeleteRouteTable"] = RouteTableOperations.Delete,
        ["AssociateRouteTable"] = RouteTableOperations.Associate,
        ["DisassociateRouteTable"] = RouteTableOperations.Disassociate,
        ["DescribeRouteTables"] = RouteTableOperations.Describe,
        ["CreateVpcEndpoint"] = VpcEndpointOperations.Create,
        ["DescribeVpcEndpoints"] = VpcEndpointOperations.Describe,
        ["DeleteVpcEndpoints"] = VpcEndpointOperations.Delete,
        ["AllocateAddress"] = NatGatewayOperations.Allocate,
        ["DescribeAddresses"] = NatGatewayOperations.DescribeAddresses,
        ["ReleaseAddress"] = NatGatewayOperations.Release,
        ["CreateNatGateway"] = NatGatewayOperations.Create,
        ["DescribeNatGateways"] = NatGatewayOperations.Describe,
        ["DeleteNatGateway"] = NatGatewayOperations.Delete,
        ["DescribeAvailabilityZones"] = ZoneOperations.DescribeZones,
        ["DescribeRegions"] = ZoneOperations.DescribeRegions,
        ["DescribeNetworkInterfaces"] = NetworkInterfaceOperations.Describe,
        ["CreateTags"] = TagOperations.Create,
        ["DeleteTags"] = TagOperations.Delete,
        ["DescribeTags"] = TagOperations.Describe,
    };

    public string Name => "ec2";

    // Permissions are not enforced, so that a dry run always would have succeeded.
    public JsonObject Invoke(AwsCall call) => call.Input.Flag("DryRun") == true
        ? throw new AwsErrorException("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", HttpStatusCode.PreconditionFailed)
        : Operations.Invoke(call, Ec2State.Of(world.In(call.Region)));
}
