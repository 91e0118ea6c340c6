using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ec2;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>
/// The subnets and security groups of a network configuration. Those that EC2 knows give a task its address and its zone; one that looks like AWS's and is not known is
/// refused; any other text is taken as it is.
/// </summary>
internal static class NetworkRules
{
    /// <exception cref="AwsErrorException">A subnet or group is unknown, or they are of several VPCs.</exception>
    public static void Check(EcsState state, JsonObject input)
    {
        var ec2 = Ec2State.Of(state.Region);
        var (subnets, groups) = (Texts(input, "subnets"), Texts(input, "securityGroups"));
        if (Ec2State.FirstUnknown(ec2.Subnets, subnets) is { } subnet)
        {
            throw EcsErrors.InvalidParameter($"Error retrieving subnet information for [{string.Join(", ", subnets)}]: The subnet ID '{subnet}' does not exist (ErrorCode: InvalidSubnetID.NotFound)");
        }

        if (Ec2State.FirstUnknown(ec2.Groups, groups) is { } group)
        {
            throw EcsErrors.InvalidParameter($"Error retrieving security group information for [{string.Join(", ", groups)}]: The security group '{group}' does not exist (ErrorCode: InvalidGroup.NotFound)");
        }

        var vpcs = Known(ec2.Subnets, subnets).Select(one => one.Vpc).Distinct().ToList();
        if (vpcs.Count > 1)
        {
            throw EcsErrors.InvalidParameter("The subnets of a network configuration must belong to the same VPC.");
        }

        if (vpcs.Count == 1 && Known(ec2.Groups, groups).FirstOrDefault(one => one.Vpc != vpcs[0]) is { } foreign)
        {
            throw EcsErrors.InvalidParameter($"Security Group {foreign.Id} does not appear to belong to the same VPC as the input subnets.");
        }
    }

    /// <summary>Gives a task its network interface, in the subnet in which the fewest of its group are.</summary>
    public static TaskNetwork Attach(EcsState state, Cluster cluster, string taskId, TaskOrigin origin)
    {
        var ec2 = Ec2State.Of(state.Region);
        var pool = AddressPool.Of(state.World);
        var input = new JsonObject { ["networkConfiguration"] = origin.NetworkConfiguration?.Copy() };
        var subnets = Texts(input, "subnets");
        if (Ec2State.FirstUnknown(ec2.Subnets, subnets) is { } gone)
        {
            return Failed(taskId, $"subnet '{gone}': InvalidSubnetID.NotFound");
        }

        var chosen = Known(ec2.Subnets, subnets)
            .MinBy(subnet => cluster.Tasks.Values.Count(task => task.IsWanted && task.Group == origin.Group && task.Network.Subnet == subnet));
        if (chosen is null)
        {
            return new TaskNetwork(taskId, pool.Next(), null, [], HasPublicIp: false);
        }

        var groups = Texts(input, "securityGroups");
        var isPublic = Awsvpc(input)?.Text("assignPublicIp") is "ENABLED";
        return pool.Next(chosen) is { } ip
            ? new TaskNetwork(taskId, ip, chosen, groups.Count > 0 ? groups : [ec2.DefaultGroup(chosen.Vpc).Id], isPublic)
            : Failed(taskId, $"subnet '{chosen.Id}': InsufficientFreeAddressesInSubnet");
    }

    private static TaskNetwork Failed(string taskId, string why) =>
        new(taskId, "", null, [], HasPublicIp: false) { Error = $"Unexpected EC2 error while attempting to Create Network Interface in {why}" };

    private static IEnumerable<T> Known<T>(OrderedDictionary<string, T> all, IEnumerable<string> ids)
        where T : class => ids.Select(id => all.GetValueOrDefault(id)).OfType<T>();

    private static IReadOnlyList<string> Texts(JsonObject input, string member) => Awsvpc(input)?.Texts(member) ?? [];

    private static JsonObject? Awsvpc(JsonObject input) => input.Object("networkConfiguration")?.Object("awsvpcConfiguration");
}
