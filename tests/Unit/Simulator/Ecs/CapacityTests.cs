using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Simulator.Ecs;

public sealed class CapacityTests
{
    [Fact]
    public async Task FargateQuota_ThatIsUsedUp_LeavesTheServiceWithoutItsTasks()
    {
        await using var world = await SeedWorld.CreateAsync();
        var running = world.Tasks().Count;
        world.Simulator.Capacity.FargateVcpus = 0.25 * running;

        var deployment = world.Deploy();
        world.Advance(TimeSpan.FromMinutes(3));

        world.ServiceEvents.Should().ContainMatch($"(service {world.Seed.ServiceName}) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.*");
        world.TaskSets()[1].Int("pendingCount").Should().Be(0);
        world.Simulator.Capacity.FargateVcpus = null;
        world.Finish(deployment).Text("status").Should().Be("Succeeded");
    }

    [Fact]
    public async Task Fargate_WithoutCapacity_IsTold()
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Capacity.FargateIsUnavailable = true;

        world.Deploy();
        world.Advance(TimeSpan.FromMinutes(1));

        world.ServiceEvents.Should().ContainMatch("*was unable to place a task. Reason: Capacity is unavailable at this time.*");
    }

    [Theory]
    [InlineData(0, "*No Container Instances were found in your cluster.*")]
    [InlineData(1, "*has insufficient memory available.*")]
    public async Task ServiceOnInstances_WithoutRoom_TellsIt(int room, string reason)
    {
        await using var world = await SeedWorld.CreateAsync();
        world.Simulator.Capacity.ContainerInstanceTasks = room;
        world.Call("ecs", "RegisterTaskDefinition", new()
        {
            ["family"] = "on-instances",
            ["containerDefinitions"] = new JsonArray(new JsonObject { ["name"] = "web", ["image"] = "web:v1", ["memory"] = 128 }),
        });
        world.Call("ecs", "CreateService", new() { ["cluster"] = world.Seed.ClusterName, ["serviceName"] = "ec2", ["taskDefinition"] = "on-instances", ["desiredCount"] = 2, ["launchType"] = "EC2" });
        world.Advance(TimeSpan.FromMinutes(2));

        var service = world.Call("ecs", "DescribeServices", new() { ["cluster"] = world.Seed.ClusterName, ["services"] = new JsonArray("ec2") }).Objects("services")[0];
        service.Int("runningCount").Should().Be(room);
        service.Objects("events").Select(one => one.Text("message")).Should()
            .ContainMatch("(service ec2) was unable to place a task because no container instance met all of its requirements." + reason);
    }

    [Fact]
    public async Task SubnetThatIsFull_StopsTasksAndIsTold()
    {
        await using var world = await SeedWorld.CreateAsync();
        var subnets = world.Service().Object("networkConfiguration")!.Object("awsvpcConfiguration")!.Texts("subnets");
        foreach (var subnet in subnets)
        {
            world.Simulator.Capacity.LeaveFreeAddresses(subnet);
        }

        world.Call("ec2", "DescribeSubnets", new() { ["SubnetIds"] = new JsonArray(subnets[0]) }).Objects("Subnets")[0].Int("AvailableIpAddressCount").Should().Be(0);
        var task = world.DeployUntilATaskStops(world.Register(world.Seed.ImageV2));

        task.Text("stopCode").Should().Be("TaskFailedToStart");
        task.Text("stoppedReason").Should().Contain("Unexpected EC2 error while attempting to Create Network Interface").And.EndWith("InsufficientFreeAddressesInSubnet");
        world.ServiceEvents.Should().ContainMatch("*failed to launch a task with (error Unexpected EC2 error*InsufficientFreeAddressesInSubnet).");
        world.Simulator.Capacity.LeaveFreeAddresses(subnets[0], 2);
        world.Call("ec2", "DescribeSubnets", new() { ["SubnetIds"] = new JsonArray(subnets[0]) }).Objects("Subnets")[0].Int("AvailableIpAddressCount").Should().Be(2);
        world.Simulator.Capacity.Invoking(capacity => capacity.LeaveFreeAddresses("subnet-none")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task SecurityGroup_ThatDoesNotAdmitTheLoadBalancer_TimesTargetsOut()
    {
        await using var world = await SeedWorld.CreateAsync();
        var subnets = world.Service().Object("networkConfiguration")!.Object("awsvpcConfiguration")!.Texts("subnets");
        var vpc = world.Call("ec2", "DescribeSubnets", new() { ["SubnetIds"] = new JsonArray(subnets[0]) }).Objects("Subnets")[0].Text("VpcId");
        var group = world.Call("ec2", "CreateSecurityGroup", new() { ["VpcId"] = vpc, ["GroupName"] = "tasks", ["Description"] = "tasks" }).Text("GroupId")!;
        world.Call("ec2", "AuthorizeSecurityGroupIngress", new() { ["GroupId"] = group, ["IpProtocol"] = "tcp", ["FromPort"] = 80, ["ToPort"] = 80, ["CidrIp"] = "0.0.0.0/0" });

        world.Deploy(world.AppSpecIn(subnets[0], "ENABLED", group));
        world.AdvanceUntil(() => world.ServiceEvents.Any(one => one.Contains("is unhealthy in", StringComparison.Ordinal)));
        world.ServiceEvents.Should().ContainMatch("*is unhealthy in (target-group *) due to (reason Request timed out)");

        world.Call("ec2", "AuthorizeSecurityGroupIngress", new() { ["GroupId"] = group, ["IpProtocol"] = "tcp", ["FromPort"] = 5000, ["ToPort"] = 5000, ["CidrIp"] = "0.0.0.0/0" });
        world.AdvanceUntil(() => world.TaskSets().Count > 1 && world.TaskSets()[1].Text("stabilityStatus") == "STEADY_STATE");
    }
}
