using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The operations on security groups.</summary>
internal static class SecurityGroupOperations
{
    private const int LongestName = 255;

    public static JsonObject Create(Ec2State state, JsonObject input)
    {
        var vpc = input.Text("VpcId") is { } id ? Ec2State.Find(state.Vpcs, id) : state.DefaultVpc ?? throw new AwsErrorException("VPCIdNotSpecified", "No default VPC for this user");
        var name = input.Text("GroupName")!;
        RequireName(state, vpc, name);
        var tags = TagOperations.Of(input, "security-group");
        var group = new SecurityGroup(state.NewId("sg"), state.Region, vpc, name, input.Text("Description")!);
        group.Rules.Add(new DefaultNetwork(state, state.NewId).OpenEgress(group));
        TagOperations.Add(group, tags);
        state.Groups.Add(group.Id, group);
        return new JsonObject { ["GroupId"] = group.Id, ["SecurityGroupArn"] = group.Arn, ["Tags"] = TagList.ToJson(group.Tags) };
    }

    public static JsonObject Describe(Ec2State state, JsonObject input)
    {
        var names = input.Texts("GroupNames");
        var named = state.Groups.Values.Where(group => names.Count == 0 || (group.Vpc.IsDefault && names.Contains(group.Name, StringComparer.Ordinal))).ToList();
        return names.FirstOrDefault(name => !named.Exists(group => group.Name == name)) is { } missing
            ? throw NoSuchName(missing)
            : Listing.Of("DescribeSecurityGroups", input, "GroupIds", named);
    }

    public static JsonObject Delete(Ec2State state, JsonObject input)
    {
        var group = Find(state, input.Text("GroupId"), input.Text("GroupName"));
        if (group.IsDefault)
        {
            throw new AwsErrorException("CannotDelete", $"the specified group: \"{group.Id}\" name: \"default\" cannot be deleted by a user");
        }

        var isUsed = NetworkInterfaceOperations.TasksOf(state).Any(task => task.Network.Groups.Contains(group.Id, StringComparer.Ordinal))
            || VpcOperations.Balancers(state).Any(balancer => balancer.Settings.Texts("SecurityGroups").Contains(group.Id, StringComparer.Ordinal))
            || state.Groups.Values.Any(other => other != group && other.Rules.Exists(rule => rule.Key.Peer == group.Id));
        if (isUsed)
        {
            throw Ec2Errors.Dependency($"resource {group.Id} has a dependent object");
        }

        state.Groups.Remove(group.Id);
        return new JsonObject { ["Return"] = true, ["GroupId"] = group.Id };
    }

    /// <summary>Finds a group by its id, or one of the default VPC by its name.</summary>
    /// <exception cref="AwsErrorException">There is none, or neither is said.</exception>
    public static SecurityGroup Find(Ec2State state, string? id, string? name) => (id, name) switch
    {
        (not null, _) => Ec2State.Find(state.Groups, id),
        (null, not null) => (state.DefaultVpc is { } vpc ? state.FindGroup(vpc, name) : null) ?? throw NoSuchName(name),
        _ => throw new AwsErrorException("MissingParameter", "The request must contain the parameter groupName or groupId"),
    };

    private static AwsErrorException NoSuchName(string name) => new("InvalidGroup.NotFound", $"The security group '{name}' does not exist in default VPC");

    private static void RequireName(Ec2State state, Vpc vpc, string name)
    {
        if (name == SecurityGroup.DefaultName)
        {
            throw Ec2Errors.Value("Cannot use reserved security group name: default");
        }

        if (name.Length is 0 or > LongestName || name.StartsWith("sg-", StringComparison.Ordinal))
        {
            throw Ec2Errors.Value("Invalid value for parameter GroupName: 1 to 255 characters that do not begin with sg- are allowed.");
        }

        if (state.FindGroup(vpc, name) is not null)
        {
            throw new AwsErrorException("InvalidGroup.Duplicate", $"The security group '{name}' already exists for VPC '{vpc.Id}'");
        }
    }
}
