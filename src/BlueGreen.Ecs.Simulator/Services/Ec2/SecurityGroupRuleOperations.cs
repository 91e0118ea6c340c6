using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ec2;

/// <summary>The operations on the rules of security groups.</summary>
internal static class SecurityGroupRuleOperations
{
    public static JsonObject AuthorizeIngress(Ec2State state, JsonObject input) => Authorize(state, input, isEgress: false);

    public static JsonObject AuthorizeEgress(Ec2State state, JsonObject input) => Authorize(state, input, isEgress: true);

    public static JsonObject RevokeIngress(Ec2State state, JsonObject input) => Revoke(state, input, isEgress: false);

    public static JsonObject RevokeEgress(Ec2State state, JsonObject input) => Revoke(state, input, isEgress: true);

    public static JsonObject Describe(Ec2State state, JsonObject input) =>
        Listing.Of("DescribeSecurityGroupRules", input, "SecurityGroupRuleIds", state.Groups.Values.SelectMany(group => group.Rules));

    private static JsonObject Authorize(Ec2State state, JsonObject input, bool isEgress)
    {
        var group = SecurityGroupOperations.Find(state, input.Text("GroupId"), input.Text("GroupName"));
        var wanted = Permissions.Read(input, pair => PeerOf(state, group, pair));
        var present = group.Rules.Where(rule => rule.IsEgress == isEgress).Select(rule => rule.Key).ToHashSet();
        foreach (var (key, _) in wanted)
        {
            if (!present.Add(key))
            {
                throw new AwsErrorException("InvalidPermission.Duplicate", $"the specified rule \"{key}\" already exists");
            }
        }

        var tags = TagOperations.Of(input, "security-group-rule");
        var rules = wanted.Select(one => new SecurityGroupRule(state.NewId("sgr"), state.Region, group.Id, isEgress, one.Key, one.Description)).ToList();
        foreach (var rule in rules)
        {
            TagOperations.Add(rule, tags);
            group.Rules.Add(rule);
        }

        return new JsonObject { ["Return"] = true, ["SecurityGroupRules"] = rules.Select(Listing.View).ToJson() };
    }

    private static JsonObject Revoke(Ec2State state, JsonObject input, bool isEgress)
    {
        var group = SecurityGroupOperations.Find(state, input.Text("GroupId"), input.Text("GroupName"));
        var rules = group.Rules.Where(rule => rule.IsEgress == isEgress).ToList();
        var ids = input.Texts("SecurityGroupRuleIds");
        if (ids.FirstOrDefault(id => !rules.Exists(rule => rule.Id == id)) is { } missing)
        {
            throw Ec2Errors.NotFound(missing);
        }

        var keys = ids.Count > 0 ? [] : Permissions.Read(input, pair => PeerOf(state, group, pair)).Select(one => one.Key).ToHashSet();
        var unknown = keys.Where(key => !rules.Exists(rule => rule.Key == key)).ToList();

        // The default VPC's groups answer what is unknown; others refuse it.
        if (unknown.Count > 0 && !group.Vpc.IsDefault)
        {
            throw new AwsErrorException("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
        }

        var revoked = rules.Where(rule => keys.Contains(rule.Key) || ids.Contains(rule.Id, StringComparer.Ordinal)).ToList();
        group.Rules.RemoveAll(revoked.Contains);
        return new JsonObject
        {
            ["Return"] = true,
            ["RevokedSecurityGroupRules"] = revoked.Select(rule => rule.View()).ToJson(),
            ["UnknownIpPermissions"] = Permissions.Of(unknown.Select(key => new SecurityGroupRule("", state.Region, group.Id, isEgress, key, null))),
        };
    }

    private static string PeerOf(Ec2State state, SecurityGroup group, JsonObject pair)
    {
        var (id, name) = (pair.Text("GroupId"), pair.Text("GroupName"));
        return id is null && name is not null && state.FindGroup(group.Vpc, name) is { } named ? named.Id : SecurityGroupOperations.Find(state, id, name).Id;
    }
}
