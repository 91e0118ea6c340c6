using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>DescribeNetworkInterfaces: the interfaces of tasks in known subnets.</summary>
internal static class NetworkInterfaceOperations
{
    public static JsonObject Describe(Ec2State state, JsonObject input)
    {
        var asked = input.Texts("NetworkInterfaceIds");
        var views = TasksOf(state).Select(task => View(state, task)).ToList();
        return asked.FirstOrDefault(id => !views.Exists(view => view.Text("NetworkInterfaceId") == id)) is { } missing
            ? throw Ec2Errors.NotFound(missing)
            : Listing.Of("DescribeNetworkInterfaces", input, views.Where(view => asked.Count == 0 || asked.Contains(view.Text("NetworkInterfaceId")!, StringComparer.Ordinal)));
    }

    /// <returns>The tasks that have an interface.</returns>
    public static IEnumerable<EcsTask> TasksOf(Ec2State state) =>
        EcsState.Of(state.Region).Clusters.Values.SelectMany(cluster => cluster.Tasks.Values).Where(task => task is { IsStopped: false, Network: { Subnet: not null, Error: null } });

    private static JsonObject View(Ec2State state, EcsTask task)
    {
        var (network, subnet) = (task.Network, task.Network.Subnet!);
        var isAttached = task.LastStatus != Ecs.TaskStatus.Provisioning;
        var view = new JsonObject
        {
            ["NetworkInterfaceId"] = network.InterfaceId,
            ["InterfaceType"] = "interface",
            ["Description"] = state.Region.Arn("ecs", $"attachment/{TaskView.AttachmentId(task)}"),
            ["OwnerId"] = state.World.Account,
            ["RequesterManaged"] = true,
            ["Status"] = isAttached ? "in-use" : "available",
            ["SubnetId"] = subnet.Id,
            ["VpcId"] = subnet.Vpc.Id,
            ["AvailabilityZone"] = subnet.Zone.Name,
            ["AvailabilityZoneId"] = subnet.Zone.Id,
            ["PrivateIpAddress"] = task.Ip,
            ["PrivateDnsName"] = network.DnsName(state.Region.Name),
            ["MacAddress"] = network.MacAddress,
            ["SourceDestCheck"] = true,
            ["Groups"] = network.Groups.ToJson(id => new JsonObject { ["GroupId"] = id, ["GroupName"] = state.Groups.GetValueOrDefault(id)?.Name ?? id }),
            ["TagSet"] = new JsonArray(),
        };
        view.SetUnlessNull("Attachment", isAttached ? Attachment(task) : null);
        if (network.PublicIp is { } ip)
        {
            view["Association"] = new JsonObject { ["PublicIp"] = ip, ["IpOwnerId"] = "amazon", ["PublicDnsName"] = $"ec2-{ip.Replace('.', '-')}.{state.Region.Name}.compute.amazonaws.com" };
        }

        return view;
    }

    private static JsonObject Attachment(EcsTask task) => new()
    {
        ["AttachmentId"] = $"ela-attach-0{task.Id[..16]}",
        ["AttachTime"] = task.CreatedAt.ToJson(),
        ["DeleteOnTermination"] = false,
        ["DeviceIndex"] = 1,
        ["InstanceOwnerId"] = "amazon-aws",
        ["Status"] = "attached",
    };
}
