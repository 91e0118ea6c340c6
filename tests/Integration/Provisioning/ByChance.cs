using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>What differs from one making of an environment to the next, and means nothing: drawn ids, moments, addresses, the order of sets. The one list of it.</summary>
internal static class ByChance
{
    public static readonly IReadOnlyList<ChanceRule> Rules =
    [
        ChanceRule.Id("^ec2/vpcs/(?<of>[^/]+/[^/]+)/VpcId$", "(?<id>.+)", "<VPC ${of}>", "EC2 draws the ids of VPCs"),
        ChanceRule.Id("^ec2/vpcs/(?<of>[^/]+/[^/]+)/CidrBlockAssociationSet/0/AssociationId$", "(?<id>.+)", "<range of ${of}>", "EC2 draws the ids of a VPC's ranges"),
        ChanceRule.Id("^ec2/subnets/(?<of>[^/]+)/SubnetId$", "(?<id>.+)", "<subnet ${of}>", "EC2 draws the ids of subnets"),
        ChanceRule.Id("^ec2/security-groups/(?<of>[^/]+)/GroupId$", "(?<id>.+)", "<security group ${of}>", "EC2 draws the ids of security groups"),
        ChanceRule.Id("^elbv2/load-balancers/(?<of>[^/]+)/LoadBalancerArn$", ".*/(?<id>[0-9a-f]{16})", "<load balancer ${of}>", "an ARN of a load balancer ends in an id"),
        ChanceRule.Id("^elbv2/load-balancers/(?<of>[^/]+)/DNSName$", "[^.]*-(?<id>[0-9]+)[.].*", "<host of ${of}>", "a load balancer's host name has a number"),
        ChanceRule.Id("^elbv2/target-groups/(?<of>[^/]+)/TargetGroupArn$", ".*/(?<id>[0-9a-f]{16})", "<target group ${of}>", "an ARN of a target group ends in an id"),
        ChanceRule.Id("^elbv2/listeners/(?<of>[^/]+)/ListenerArn$", ".*/(?<id>[0-9a-f]{16})", "<listener ${of}>", "an ARN of a listener ends in an id"),
        ChanceRule.Id("^elbv2/rules/(?<of>[^/]+)/RuleArn$", ".*/(?<id>[0-9a-f]{16})", "<rule ${of}>", "an ARN of a rule ends in an id"),
        ChanceRule.Id("^ecs/services/(?<of>[^/]+)/taskSets/0/id$", "(?<id>ecs-svc/[0-9]+)", "<task set of ${of}>", "ECS draws the ids of task sets"),
        ChanceRule.Id("^iam/(?<of>[^/]+)/RoleId$", "(?<id>.+)", "<role ${of}>", "IAM draws the ids of roles"),
        ChanceRule.Id("^codedeploy/applications/(?<of>[^/]+)/applicationId$", "(?<id>.+)", "<application ${of}>", "CodeDeploy draws the ids of applications"),
        ChanceRule.Id("^codedeploy/groups/(?<of>[^/]+/[^/]+)/deploymentGroupId$", "(?<id>.+)", "<group ${of}>", "CodeDeploy draws the ids of groups"),
        ChanceRule.Id("^codedeploy/groups/(?<of>[^/]+/[^/]+)/last(Attempted|Successful)Deployment/deploymentId$", "(?<id>.+)", "<deployment of ${of}>", "CodeDeploy draws the ids of deployments"),
        ChanceRule.Id("^codecommit/repositories/(?<of>[^/]+)/repositoryId$", "(?<id>.+)", "<repository ${of}>", "CodeCommit draws the ids of repositories"),
        ChanceRule.Id("^codecommit/branches/(?<of>[^/]+/[^/]+)/commitId$", "(?<id>.+)", "<commit of ${of}>", "a commit's id holds its moment"),
        ChanceRule.Id("^ecr/(?<of>[^/]+)/images/v2/imageDigest$", "(?<id>.+)", "<image of ${of}>", "no two builds of an image have the same digest"),
        ChanceRule.Value("/(createdAt|updatedAt|registeredAt|stabilityStatusAt|imagePushedAt)$", "the moment of it, in ECS and ECR"),
        ChanceRule.Value("^(elbv2|iam|s3)/.*/(CreatedTime|CreateDate|CreationDate)$", "the moment of it, in ELB, IAM and S3"),
        ChanceRule.Value("^cloudwatch/[^/]+/[A-Za-z]+Timestamp$", "the moment of it, in CloudWatch"),
        ChanceRule.Value("^logs/.*/creationTime$", "the moment of it, in CloudWatch Logs"),
        ChanceRule.Value("^code(deploy|commit|build|pipeline)/.*/(createTime|endTime|creationDate|lastModifiedDate|date|created|lastModified|updated)$", "the moment of it, in the developer tools"),
        ChanceRule.History("^ecs/services/[^/]+/events/", "a service's events tell what happened when, and are not what it is"),
        ChanceRule.Order("^ecs/services/.+/awsvpcConfiguration/subnets", "subnets are a set: AWS answers them as they came, and the library sorts them by their ids"),
        ChanceRule.Value("^elbv2/target-groups/[^/]+/targets/[0-9]+/Target/Id$", "a task gets any free address"),
    ];

    /// <summary>The fields with a name in the place of every id, which is the same wherever the id stands, and nothing in the place of a moment.</summary>
    /// <param name="fields">Path and value.</param>
    /// <param name="used">Gets the rules that changed something.</param>
    public static IReadOnlyDictionary<string, FieldValue> Normal(IReadOnlyDictionary<string, JsonNode?> fields, ISet<ChanceRule> used)
    {
        var named = Named(fields, used);
        var ids = named.Keys.OrderByDescending(id => id.Length).ThenBy(id => id, StringComparer.Ordinal).ToList();
        var normal = fields.ToDictionary(field => Replace(field.Key), field => new FieldValue(Text(field.Value), Replace(Text(field.Value))), StringComparer.Ordinal);
        foreach (var rule in Rules.Where(rule => rule.Kind is ChanceKind.Value or ChanceKind.History))
        {
            foreach (var path in normal.Keys.Where(path => rule.Path.IsMatch(path)).ToList())
            {
                used.Add(rule);
                normal[path] = normal[path] with { Normal = $"<{rule.Reason}>" };
            }
        }

        foreach (var rule in Rules.Where(rule => rule.Kind == ChanceKind.Order))
        {
            foreach (var list in normal.Where(field => rule.Path.IsMatch(field.Key)).GroupBy(field => rule.Path.Replace(field.Key, string.Empty), StringComparer.Ordinal).Select(list => list.ToList()).ToList())
            {
                used.Add(rule);
                foreach (var (path, value) in list.Select(field => field.Key).Order(StringComparer.Ordinal).Zip(list.Select(field => field.Value).OrderBy(value => value.Normal, StringComparer.Ordinal)))
                {
                    normal[path] = value;
                }
            }
        }

        return normal;

        string Replace(string text) => ids.Aggregate(text, (result, id) => result.Replace(id, named[id], StringComparison.Ordinal));
    }

    /// <summary>Whether one account may have a field that the other has not.</summary>
    public static bool IsHistory(string path) => Rules.Any(rule => rule.Kind == ChanceKind.History && rule.Path.IsMatch(path));

    private static Dictionary<string, string> Named(IReadOnlyDictionary<string, JsonNode?> fields, ISet<ChanceRule> used)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in Rules.Where(rule => rule.Kind == ChanceKind.Id))
        {
            foreach (var (path, value) in fields)
            {
                if (rule.Path.Match(path) is { Success: true } of && rule.Drawn!.Match(Text(value)) is { Success: true } drawn)
                {
                    used.Add(rule);
                    var symbol = of.Result(rule.Symbol!);
                    named.TryAdd(drawn.Groups["id"].Value, symbol);
                    named[drawn.Groups["id"].Value].Should().Be(symbol, "{0} is the id of one thing", value);
                }
            }
        }

        named.Values.Should().OnlyHaveUniqueItems("two ids are two things");
        return named;
    }

    private static string Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "null";
}
