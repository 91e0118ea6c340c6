using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ec2;

public sealed class SecurityGroupTests
{
    [Fact]
    public async Task Group_OfTheSameNameInAVpc_IsRefused()
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();
        simulator.Group(vpc, "web");

        Networks.Refusal(() => simulator.Group(vpc, "web")).Should().Be(("InvalidGroup.Duplicate", $"The security group 'web' already exists for VPC '{vpc}'"));
        simulator.Group(simulator.Vpc(), "web");
        Networks.Refusal(() => simulator.Call("ec2.DescribeSecurityGroups", new() { ["GroupNames"] = new JsonArray("web") })).Code.Should().Be("InvalidGroup.NotFound", "names are of the default VPC");
    }

    [Fact]
    public async Task Rules_OfOnePort_AreOnePermissionAndSeveralRules()
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();
        var (web, balancer) = (simulator.Group(vpc, "web"), simulator.Group(vpc, "balancer"));
        var permission = new JsonObject
        {
            ["IpProtocol"] = "tcp",
            ["FromPort"] = 80,
            ["ToPort"] = 80,
            ["IpRanges"] = new JsonArray(new JsonObject { ["CidrIp"] = "10.0.0.7/8", ["Description"] = "all" }),
            ["UserIdGroupPairs"] = new JsonArray(new JsonObject { ["GroupId"] = balancer }),
        };
        JsonObject Input() => new() { ["GroupId"] = web, ["IpPermissions"] = new JsonArray(permission.DeepClone()) };

        simulator.Call("ec2.AuthorizeSecurityGroupIngress", Input()).Objects("SecurityGroupRules").Should().HaveCount(2);
        Networks.Refusal(() => simulator.Call("ec2.AuthorizeSecurityGroupIngress", Input()))
            .Should().Be(("InvalidPermission.Duplicate", "the specified rule \"peer: 10.0.0.0/8, TCP, from port: 80, to port: 80, ALLOW\" already exists"));
        var described = simulator.Find("DescribeSecurityGroups", "SecurityGroups", "group-id", web)[0];
        described.Objects("IpPermissions").Should().ContainSingle().Which.Objects("UserIdGroupPairs")[0].Text("GroupId").Should().Be(balancer);
        described.Objects("IpPermissionsEgress").Should().ContainSingle().Which.Text("IpProtocol").Should().Be("-1");
        simulator.Find("DescribeSecurityGroupRules", "SecurityGroupRules", "group-id", web).Should().HaveCount(3);
        simulator.Find("DescribeSecurityGroups", "SecurityGroups", "ip-permission.cidr", "10.0.0.0/8").Should().ContainSingle();
        Networks.Refusal(() => Delete(simulator, balancer)).Should().Be(("DependencyViolation", $"resource {balancer} has a dependent object"));

        simulator.Call("ec2.RevokeSecurityGroupIngress", Input()).Objects("RevokedSecurityGroupRules").Should().HaveCount(2);
        Networks.Refusal(() => simulator.Call("ec2.RevokeSecurityGroupIngress", Input())).Code.Should().Be("InvalidPermission.NotFound");
        Delete(simulator, balancer);
    }

    [Theory]
    [InlineData("tcp", null, null, "10.0.0.0/8", "InvalidParameterValue")]
    [InlineData("tcp", 90, 80, "10.0.0.0/8", "InvalidParameterValue")]
    [InlineData("smoke", 80, 80, "10.0.0.0/8", "InvalidParameterValue")]
    [InlineData("tcp", 80, 80, "10.0.0.0", "InvalidParameterValue")]
    [InlineData("tcp", 80, 80, null, "MissingParameter")]
    public async Task Rule_ThatMakesNoSense_IsRefused(string protocol, int? from, int? to, string? cidr, string code)
    {
        await using var simulator = new AwsSimulator();
        var group = simulator.Group(simulator.Vpc(), "web");

        Networks.Refusal(() => simulator.Call("ec2.AuthorizeSecurityGroupIngress", new() { ["GroupId"] = group, ["IpProtocol"] = protocol, ["FromPort"] = from, ["ToPort"] = to, ["CidrIp"] = cidr }))
            .Code.Should().Be(code);
    }

    [Fact]
    public async Task DefaultGroup_OfAVpc_StaysUntilTheVpcGoes()
    {
        await using var simulator = new AwsSimulator();
        var group = simulator.Find("DescribeSecurityGroups", "SecurityGroups", "vpc-id", simulator.Vpc())[0].Text("GroupId")!;

        Networks.Refusal(() => Delete(simulator, group)).Code.Should().Be("CannotDelete");
    }

    private static void Delete(AwsSimulator simulator, string group) => simulator.Call("ec2.DeleteSecurityGroup", new() { ["GroupId"] = group });
}
