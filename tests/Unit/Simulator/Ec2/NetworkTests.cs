using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ec2;

public sealed class NetworkTests
{
    [Fact]
    public async Task DefaultVpc_OfEveryRegion_HasASubnetPerZoneAndItsGroup()
    {
        await using var simulator = new AwsSimulator();

        var vpc = simulator.Find("DescribeVpcs", "Vpcs", "isDefault", "true").Should().ContainSingle().Which;
        vpc.Text("CidrBlock").Should().Be("172.31.0.0/16");
        var subnets = simulator.Find("DescribeSubnets", "Subnets", "vpc-id", vpc.Text("VpcId")!);
        subnets.Select(subnet => (subnet.Text("AvailabilityZone"), subnet.Text("CidrBlock"), subnet.Int("AvailableIpAddressCount"))).Should().Equal(
            ("eu-west-1a", "172.31.0.0/20", 4091), ("eu-west-1b", "172.31.16.0/20", 4091), ("eu-west-1c", "172.31.32.0/20", 4091));
        simulator.Find("DescribeSecurityGroups", "SecurityGroups", "group-name", "default").Should().ContainSingle();
        simulator.Invoke("ec2", "DescribeVpcs", [], "ap-northeast-1").Objects("Vpcs")[0].Text("VpcId").Should().NotBe(vpc.Text("VpcId"));
    }

    [Fact]
    public async Task DefaultVpc_WhenFirstSpokenOf_TakesNoIdentifierOfTheWorld()
    {
        await using AwsSimulator one = new(), other = new();
        one.Call("ec2.DescribeVpcs");

        one.Vpc().Should().Be(other.Vpc());
    }

    [Theory]
    [InlineData("10.1.0.0/24", "InvalidSubnet.Range", "The CIDR '10.1.0.0/24' is invalid.")]
    [InlineData("10.0.0.0/29", "InvalidSubnet.Range", "The CIDR '10.0.0.0/29' is invalid.")]
    [InlineData("10.0.1.128/25", "InvalidSubnet.Conflict", "The CIDR '10.0.1.128/25' conflicts with another subnet")]
    [InlineData("ten", "InvalidParameterValue", "Value (ten) for parameter cidrBlock is invalid. This is not a valid CIDR block.")]
    public async Task Subnet_ThatDoesNotFit_IsRefused(string block, string code, string message)
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();
        simulator.Subnet(vpc, "10.0.1.0/24");

        Networks.Refusal(() => simulator.Subnet(vpc, block)).Should().Be((code, message));
    }

    [Fact]
    public async Task Subnet_OfAZoneThatIsNotThere_IsRefusedWithThoseThatAre()
    {
        await using var simulator = new AwsSimulator();

        Networks.Refusal(() => simulator.Subnet(simulator.Vpc(), "10.0.1.0/24", "eu-west-1z")).Message.Should().Contain("eu-west-1a, eu-west-1b, eu-west-1c");
    }

    [Fact]
    public async Task Vpc_WithWhatHangsOnIt_IsDeletedLast()
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();
        var subnet = simulator.Subnet(vpc, "10.0.1.0/24");
        var gateway = simulator.Call("ec2.CreateInternetGateway").Object("InternetGateway")!.Text("InternetGatewayId")!;
        simulator.Call("ec2.AttachInternetGateway", new() { ["InternetGatewayId"] = gateway, ["VpcId"] = vpc });
        void Delete() => simulator.Call("ec2.DeleteVpc", new() { ["VpcId"] = vpc });

        Networks.Refusal(Delete).Should().Be(("DependencyViolation", $"The vpc '{vpc}' has dependencies and cannot be deleted."));
        simulator.Call("ec2.DeleteSubnet", new() { ["SubnetId"] = subnet });
        Networks.Refusal(Delete).Code.Should().Be("DependencyViolation");
        simulator.Call("ec2.DetachInternetGateway", new() { ["InternetGatewayId"] = gateway, ["VpcId"] = vpc });
        Delete();

        Networks.Refusal(Delete).Code.Should().Be("InvalidVpcID.NotFound");
        simulator.Find("DescribeSecurityGroups", "SecurityGroups", "vpc-id", vpc).Should().BeEmpty();
        simulator.Find("DescribeRouteTables", "RouteTables", "vpc-id", vpc).Should().BeEmpty();
    }

    [Fact]
    public async Task Routes_OfATable_AreAddedOnceAndServeTheirSubnets()
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();
        var subnet = simulator.Subnet(vpc, "10.0.1.0/24");
        var gateway = simulator.Call("ec2.CreateInternetGateway").Object("InternetGateway")!.Text("InternetGatewayId")!;
        var table = simulator.Call("ec2.CreateRouteTable", new() { ["VpcId"] = vpc }).Object("RouteTable")!.Text("RouteTableId")!;
        JsonObject route = new() { ["RouteTableId"] = table, ["DestinationCidrBlock"] = "0.0.0.0/0", ["GatewayId"] = gateway };

        Networks.Refusal(() => simulator.Call("ec2.CreateRoute", route)).Code.Should().Be("InvalidParameterValue", "the gateway is not attached");
        simulator.Call("ec2.AttachInternetGateway", new() { ["InternetGatewayId"] = gateway, ["VpcId"] = vpc });
        simulator.Call("ec2.CreateRoute", route);
        Networks.Refusal(() => simulator.Call("ec2.CreateRoute", route)).Code.Should().Be("RouteAlreadyExists");
        var association = simulator.Call("ec2.AssociateRouteTable", new() { ["RouteTableId"] = table, ["SubnetId"] = subnet }).Text("AssociationId")!;

        simulator.Find("DescribeRouteTables", "RouteTables", "association.subnet-id", subnet).Should().ContainSingle()
            .Which.Objects("Routes").Select(one => one.Text("GatewayId")).Should().Equal("local", gateway);
        simulator.Find("DescribeRouteTables", "RouteTables", "association.main", "true").Should().HaveCount(2, "the default VPC has one too");
        Networks.Refusal(() => simulator.Call("ec2.DeleteRouteTable", new() { ["RouteTableId"] = table })).Code.Should().Be("DependencyViolation");
        simulator.Call("ec2.DisassociateRouteTable", new() { ["AssociationId"] = association });
        simulator.Call("ec2.DeleteRouteTable", new() { ["RouteTableId"] = table });
    }

    [Fact]
    public async Task NatGateway_InTime_IsMadeAndDeleted()
    {
        await using var simulator = new AwsSimulator();
        var subnet = simulator.Subnet(simulator.Vpc(), "10.0.1.0/24");
        var address = simulator.Call("ec2.AllocateAddress").Text("AllocationId")!;
        var gateway = simulator.Call("ec2.CreateNatGateway", new() { ["SubnetId"] = subnet, ["AllocationId"] = address }).Object("NatGateway")!.Text("NatGatewayId")!;
        string? State() => simulator.Call("ec2.DescribeNatGateways", new() { ["NatGatewayIds"] = new JsonArray(gateway) }).Objects("NatGateways")[0].Text("State");

        State().Should().Be("pending");
        Networks.Refusal(() => simulator.Call("ec2.ReleaseAddress", new() { ["AllocationId"] = address })).Code.Should().Be("InvalidIPAddress.InUse");
        simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        State().Should().Be("available");
        Networks.Refusal(() => simulator.Call("ec2.DeleteSubnet", new() { ["SubnetId"] = subnet })).Code.Should().Be("DependencyViolation");
        simulator.Call("ec2.DeleteNatGateway", new() { ["NatGatewayId"] = gateway });
        simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        State().Should().Be("deleted");
        simulator.Call("ec2.ReleaseAddress", new() { ["AllocationId"] = address });
        simulator.Call("ec2.DeleteSubnet", new() { ["SubnetId"] = subnet });
    }

    [Theory]
    [InlineData("tag:Name", "blue*", 1)]
    [InlineData("tag-key", "Name", 2)]
    [InlineData("cidr-block", "10.0.2.0/24", 1)]
    [InlineData("availability-zone", "eu-west-1?", 5)]
    [InlineData("default-for-az", "true", 3)]
    [InlineData("subnet-id", "none", 0)]
    public async Task Filters_ByNameAndPattern_Choose(string filter, string value, int count)
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();
        simulator.Call("ec2.CreateTags", Tag(simulator.Subnet(vpc, "10.0.1.0/24"), "blue-1"));
        simulator.Call("ec2.CreateTags", Tag(simulator.Subnet(vpc, "10.0.2.0/24"), "green-1"));

        simulator.Find("DescribeSubnets", "Subnets", filter, value).Should().HaveCount(count);
        Networks.Refusal(() => simulator.Find("DescribeSubnets", "Subnets", "colour", "blue")).Should().Be(("InvalidParameterValue", "The filter 'colour' is invalid"));
    }

    [Fact]
    public async Task Tags_OfResources_AreListedAndTakenAway()
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();
        simulator.Call("ec2.CreateTags", Tag(vpc, "a"));

        simulator.Find("DescribeTags", "Tags", "resource-id", vpc).Should().ContainSingle().Which.ToJsonString().Should().Contain("\"ResourceType\":\"vpc\"");
        simulator.Call("ec2.DeleteTags", new() { ["Resources"] = new JsonArray(vpc), ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Name", ["Value"] = "b" }) });
        simulator.Find("DescribeTags", "Tags", "resource-id", vpc).Should().ContainSingle("the value is another");
        simulator.Call("ec2.DeleteTags", new() { ["Resources"] = new JsonArray(vpc) });
        simulator.Find("DescribeTags", "Tags", "resource-id", vpc).Should().BeEmpty();
    }

    private static JsonObject Tag(string id, string name) =>
        new() { ["Resources"] = new JsonArray(id), ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Name", ["Value"] = name }) };
}
