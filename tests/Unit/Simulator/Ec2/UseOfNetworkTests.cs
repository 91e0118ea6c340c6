using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ec2;

public sealed class UseOfNetworkTests
{
    private const string NoSubnet = "subnet-0123456789abcdef0";

    [Fact]
    public async Task LoadBalancer_InKnownSubnets_HasTheirVpcAndZones()
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();

        var balancer = Balancer(simulator, simulator.Subnet(vpc, "10.0.1.0/24", "eu-west-1c"), simulator.Subnet(vpc, "10.0.2.0/24"));

        balancer.Text("VpcId").Should().Be(vpc);
        balancer.Objects("AvailabilityZones").Select(zone => zone.Text("ZoneName")).Should().Equal("eu-west-1c", "eu-west-1a");
        balancer.Texts("SecurityGroups").Should().Equal(simulator.Find("DescribeSecurityGroups", "SecurityGroups", "vpc-id", vpc)[0].Text("GroupId"));
    }

    [Fact]
    public async Task LoadBalancer_InSubnetsThatDoNotFit_IsRefused()
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();
        var (a, sameZone, elsewhere) = (simulator.Subnet(vpc, "10.0.1.0/24"), simulator.Subnet(vpc, "10.0.2.0/24"), simulator.Subnet(simulator.Vpc(), "10.0.2.0/24", "eu-west-1b"));

        Networks.Refusal(() => Balancer(simulator, a, sameZone)).Should().Be(("InvalidConfigurationRequest", "A load balancer cannot be attached to multiple subnets in the same Availability Zone"));
        Networks.Refusal(() => Balancer(simulator, a, elsewhere)).Code.Should().Be("InvalidConfigurationRequest");
        Networks.Refusal(() => Balancer(simulator, a, NoSubnet)).Code.Should().Be("SubnetNotFound");
        Networks.Refusal(() => Balancer(simulator, a)).Code.Should().Be("ValidationError");
        Networks.Refusal(() => simulator.Call("elbv2.CreateTargetGroup", new() { ["Name"] = "g", ["Protocol"] = "HTTP", ["Port"] = 80, ["VpcId"] = "vpc-0123abcd" }))
            .Should().Be(("ValidationError", "The VPC ID 'vpc-0123abcd' is not found"));
        Balancer(simulator, "subnet-1", "subnet-2").Objects("AvailabilityZones").Should().HaveCount(2);
    }

    [Fact]
    public async Task Tasks_InKnownSubnets_SpreadOverZonesAndTakeTheirAddresses()
    {
        await using var simulator = new AwsSimulator();
        var vpc = simulator.Vpc();
        string[] subnets = [simulator.Subnet(vpc, "10.0.1.0/24"), simulator.Subnet(vpc, "10.0.2.0/24", "eu-west-1b")];
        var group = simulator.Group(vpc, "web");

        var tasks = Run(simulator, 4, subnets, group).Objects("tasks");
        tasks.Select(task => task.Text("availabilityZone")).Should().Equal("eu-west-1a", "eu-west-1b", "eu-west-1a", "eu-west-1b");
        Available(simulator, vpc).Should().Equal(249, 249);
        var interfaces = simulator.Find("DescribeNetworkInterfaces", "NetworkInterfaces", "subnet-id", subnets[1]);
        interfaces.Select(one => one.Text("PrivateIpAddress")).Should().Equal("10.0.2.4", "10.0.2.5");
        interfaces[0].Objects("Groups")[0].Text("GroupName").Should().Be("web");
        tasks[1].Objects("attachments")[0].Objects("details").Select(one => one.Text("value")).Should().Contain([subnets[1], interfaces[0].Text("NetworkInterfaceId"), "10.0.2.4"]);
        Networks.Refusal(() => simulator.Call("ec2.DeleteSubnet", new() { ["SubnetId"] = subnets[0] })).Code.Should().Be("DependencyViolation");
        Networks.Refusal(() => simulator.Call("ec2.DeleteSecurityGroup", new() { ["GroupId"] = group })).Code.Should().Be("DependencyViolation");

        foreach (var task in tasks)
        {
            simulator.Call("ecs.StopTask", new() { ["task"] = task.Text("taskArn") });
        }

        simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Available(simulator, vpc).Should().Equal(251, 251);
        simulator.Find("DescribeNetworkInterfaces", "NetworkInterfaces", "vpc-id", vpc).Should().BeEmpty();
        simulator.Call("ec2.DeleteSecurityGroup", new() { ["GroupId"] = group });
    }

    [Fact]
    public async Task Tasks_InASubnetThatIsFull_FailToStart()
    {
        await using var simulator = new AwsSimulator();
        var subnet = simulator.Subnet(simulator.Vpc(), "10.0.1.0/28");

        Run(simulator, 10, [subnet]);
        var last = Run(simulator, 2, [subnet]).Objects("tasks")[1].Text("taskArn")!;
        simulator.Clock.Advance(TimeSpan.FromSeconds(20));

        var task = simulator.Call("ecs.DescribeTasks", new() { ["tasks"] = new JsonArray(last) }).Objects("tasks")[0];
        task.Text("stopCode").Should().Be("TaskFailedToStart");
        task.Text("stoppedReason").Should().Be($"Unexpected EC2 error while attempting to Create Network Interface in subnet '{subnet}': InsufficientFreeAddressesInSubnet");
    }

    [Fact]
    public async Task Tasks_InNetworksThatOverlap_NeverShareAnAddress()
    {
        await using var simulator = new AwsSimulator();
        string[] subnets = [simulator.Subnet(simulator.Vpc(), "10.0.1.0/24"), simulator.Subnet(simulator.Vpc(), "10.0.1.0/24")];

        var tasks = subnets.Append("subnet-1").SelectMany(subnet => Run(simulator, 3, [subnet]).Objects("tasks")).ToList();

        tasks.Select(task => task.Objects("attachments")[0].Objects("details")[^1].Text("value")).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Task_InANetworkThatIsNotThere_IsRefused()
    {
        await using var simulator = new AwsSimulator();
        var subnet = simulator.Subnet(simulator.Vpc(), "10.0.1.0/24");

        Networks.Refusal(() => Run(simulator, 1, [NoSubnet])).Should().Be(("InvalidParameterException",
            $"Error retrieving subnet information for [{NoSubnet}]: The subnet ID '{NoSubnet}' does not exist (ErrorCode: InvalidSubnetID.NotFound)"));
        Networks.Refusal(() => Run(simulator, 1, [subnet], "sg-0123abcd")).Message.Should().Contain("InvalidGroup.NotFound");
        Networks.Refusal(() => Run(simulator, 1, [subnet], simulator.Group(simulator.Vpc(), "web"))).Message.Should().Contain("same VPC");
    }

    private static JsonObject Balancer(AwsSimulator simulator, params string[] subnets) =>
        simulator.Call("elbv2.CreateLoadBalancer", new() { ["Name"] = "web", ["Subnets"] = new JsonArray([.. subnets.Select(one => (JsonNode)one)]) }).Objects("LoadBalancers")[0];

    private static int?[] Available(AwsSimulator simulator, string vpc) => [.. simulator.Find("DescribeSubnets", "Subnets", "vpc-id", vpc).Select(one => one.Int("AvailableIpAddressCount"))];

    private static JsonObject Run(AwsSimulator simulator, int count, IReadOnlyList<string> subnets, string? group = null)
    {
        simulator.Call("ecs.CreateCluster");
        simulator.Call("ecs.RegisterTaskDefinition", new()
        {
            ["family"] = "web",
            ["networkMode"] = "awsvpc",
            ["containerDefinitions"] = new JsonArray(new JsonObject { ["name"] = "app", ["image"] = "web:v1", ["memory"] = 128 }),
        });
        var network = new JsonObject { ["subnets"] = new JsonArray([.. subnets.Select(one => (JsonNode)one)]) };
        if (group is not null)
        {
            network["securityGroups"] = new JsonArray(group);
        }

        return simulator.Call("ecs.RunTask", new() { ["taskDefinition"] = "web", ["count"] = count, ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = network } });
    }
}
