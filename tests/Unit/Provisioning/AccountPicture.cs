using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreen.Ecs.Simulator;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Tests.Unit.Provisioning;

/// <summary>Everything that an account's describe calls answer, without what differs from one making to the next: ids, moments, order.</summary>
internal static partial class AccountPicture
{
    private static readonly string[] Moments =
    [
        "createdAt", "updatedAt", "registeredAt", "registeredBy", "stabilityStatusAt", "deregisteredAt", "creationTime", "CreatedTime", "createTime", "CreateDate", "events", "id", "startedAt", "finishedAt",
        "AlarmConfigurationUpdatedTimestamp", "StateUpdatedTimestamp", "StateTransitionedTimestamp", "applicationId", "deploymentGroupId", "storedBytes", "RoleId", "DNSName", "imagePushedAt", "RoleLastUsed",
        "Policy", "failedTasks", "repositoryId", "creationDate", "lastModifiedDate", "created", "lastModified", "commitId", "treeId",
    ];

    /// <summary>A line for each thing, in order.</summary>
    public static IReadOnlyList<string> Of(AwsSimulator simulator, string region = ProvisioningBench.Region)
    {
        List<string> lines = [.. Ecs(Call), .. CodeDeploy(Call), .. Balancing(Call), .. Others(Call), .. Delivery(Call)];
        lines.Sort(StringComparer.Ordinal);
        return lines;

        JsonObject Call(string call, JsonObject input)
        {
            var parts = call.Split('.');
            return simulator.Invoke(parts[0], parts[1], input, region);
        }
    }

    private static IEnumerable<string> Ecs(Func<string, JsonObject, JsonObject> call)
    {
        foreach (var cluster in Texts(call("ecs.ListClusters", []), "clusterArns"))
        {
            yield return Line("cluster", call("ecs.DescribeClusters", new() { ["clusters"] = new JsonArray(cluster), ["include"] = new JsonArray("TAGS") })["clusters"]![0]!);
            foreach (var service in Texts(call("ecs.ListServices", new() { ["cluster"] = cluster }), "serviceArns"))
            {
                yield return Line("service", call("ecs.DescribeServices", new() { ["cluster"] = cluster, ["services"] = new JsonArray(service), ["include"] = new JsonArray("TAGS") })["services"]![0]!);
            }
        }

        foreach (var status in (string[])["ACTIVE", "INACTIVE"])
        {
            foreach (var arn in Texts(call("ecs.ListTaskDefinitions", new() { ["status"] = status }), "taskDefinitionArns"))
            {
                yield return Line("task definition", call("ecs.DescribeTaskDefinition", new() { ["taskDefinition"] = arn, ["include"] = new JsonArray("TAGS") }));
            }
        }
    }

    private static IEnumerable<string> CodeDeploy(Func<string, JsonObject, JsonObject> call)
    {
        foreach (var application in Texts(call("codedeploy.ListApplications", []), "applications"))
        {
            yield return Line("application", call("codedeploy.GetApplication", new() { ["applicationName"] = application }));
            foreach (var group in Texts(call("codedeploy.ListDeploymentGroups", new() { ["applicationName"] = application }), "deploymentGroups"))
            {
                yield return Line("group", call("codedeploy.GetDeploymentGroup", new() { ["applicationName"] = application, ["deploymentGroupName"] = group }));
                yield return Line("group's tags", call("codedeploy.ListTagsForResource", new() { ["ResourceArn"] = $"arn:aws:codedeploy:{ProvisioningBench.Region}:123456789012:deploymentgroup:{application}/{group}" }));
            }
        }
    }

    private static IEnumerable<string> Balancing(Func<string, JsonObject, JsonObject> call)
    {
        foreach (var balancer in Objects(call("elbv2.DescribeLoadBalancers", []), "LoadBalancers"))
        {
            yield return Line("load balancer", balancer, Tags(balancer, "LoadBalancerArn"));
            foreach (var listener in Objects(call("elbv2.DescribeListeners", new() { ["LoadBalancerArn"] = balancer["LoadBalancerArn"]!.DeepClone() }), "Listeners"))
            {
                yield return Line("listener", listener, Tags(listener, "ListenerArn"));
            }
        }

        foreach (var group in Objects(call("elbv2.DescribeTargetGroups", []), "TargetGroups"))
        {
            yield return Line("target group", group, Tags(group, "TargetGroupArn"));
        }

        JsonNode Tags(JsonObject of, string arn) => call("elbv2.DescribeTags", new() { ["ResourceArns"] = new JsonArray(of[arn]!.DeepClone()) });
    }

    private static IEnumerable<string> Others(Func<string, JsonObject, JsonObject> call)
    {
        foreach (var repository in Objects(call("ecr.DescribeRepositories", []), "repositories"))
        {
            yield return Line("repository", repository, call("ecr.ListTagsForResource", new() { ["resourceArn"] = repository["repositoryArn"]!.DeepClone() }));
        }

        foreach (var group in Objects(call("logs.DescribeLogGroups", []), "logGroups"))
        {
            yield return Line("log group", group, call("logs.ListTagsForResource", new() { ["resourceArn"] = group["logGroupArn"]!.DeepClone() }));
        }

        foreach (var group in Objects(call("ec2.DescribeSecurityGroups", []), "SecurityGroups"))
        {
            yield return Line("security group", group);
        }

        foreach (var alarm in Objects(call("cloudwatch.DescribeAlarms", []), "MetricAlarms"))
        {
            yield return Line("alarm", alarm, call("cloudwatch.ListTagsForResource", new() { ["ResourceARN"] = alarm["AlarmArn"]!.DeepClone() }));
        }

        foreach (var role in Objects(call("iam.ListRoles", []), "Roles").Select(role => role["RoleName"]!.GetValue<string>()))
        {
            yield return Line("role", call("iam.GetRole", Named(role)), call("iam.ListAttachedRolePolicies", Named(role)));
            foreach (var policy in Texts(call("iam.ListRolePolicies", Named(role)), "PolicyNames"))
            {
                yield return Line("policy", call("iam.GetRolePolicy", new() { ["RoleName"] = role, ["PolicyName"] = policy }));
            }
        }

        static JsonObject Named(string role) => new() { ["RoleName"] = role };
    }

    private static IEnumerable<string> Delivery(Func<string, JsonObject, JsonObject> call)
    {
        foreach (var repository in Objects(call("codecommit.ListRepositories", []), "repositories").Select(one => one["repositoryName"]!.GetValue<string>()))
        {
            var found = call("codecommit.GetRepository", new() { ["repositoryName"] = repository })["repositoryMetadata"]!;
            yield return Line("source", found, call("codecommit.ListTagsForResource", new() { ["resourceArn"] = found["Arn"]!.DeepClone() }));
            if (found["defaultBranch"] is not null)
            {
                yield return Line($"files of {repository}", call("codecommit.GetFolder", new() { ["repositoryName"] = repository, ["folderPath"] = "/" })["files"]!);
            }
        }

        foreach (var bucket in Objects(call("s3.ListBuckets", []), "Buckets").Select(one => one["Name"]!.GetValue<string>()))
        {
            yield return Line($"bucket {bucket}", [.. new[] { "GetBucketTagging", "GetBucketVersioning", "GetPublicAccessBlock", "ListObjectVersions" }.Select(setting => Setting(call, bucket, setting))]);
        }

        foreach (var project in Texts(call("codebuild.ListProjects", []), "projects"))
        {
            yield return Line("project", call("codebuild.BatchGetProjects", new() { ["names"] = new JsonArray(project) })["projects"]![0]!);
        }

        foreach (var pipeline in Objects(call("codepipeline.ListPipelines", []), "pipelines").Select(one => one["name"]!.GetValue<string>()))
        {
            var found = call("codepipeline.GetPipeline", new() { ["name"] = pipeline });
            yield return Line("pipeline", found["pipeline"]!, call("codepipeline.ListTagsForResource", new() { ["resourceArn"] = found["metadata"]!["pipelineArn"]!.DeepClone() }));
        }
    }

    // What was never set is an error of S3.
    private static JsonNode Setting(Func<string, JsonObject, JsonObject> call, string bucket, string operation)
    {
        try
        {
            return call($"s3.{operation}", new() { ["Bucket"] = bucket });
        }
        catch (AwsErrorException)
        {
            return JsonValue.Create("none");
        }
    }

    private static IEnumerable<string> Texts(JsonObject answer, string member) => (answer[member]?.AsArray() ?? []).Select(one => one!.GetValue<string>());

    private static IEnumerable<JsonObject> Objects(JsonObject answer, string member) => (answer[member]?.AsArray() ?? []).Select(one => one!.AsObject());

    private static string Line(string kind, params IEnumerable<JsonNode> facts) => $"{kind}: {string.Join(' ', facts.Select(fact => Id.Replace(Normal(fact), "ID")))}";

    private static string Normal(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.Where(member => !Moments.Contains(member.Key, StringComparer.Ordinal) && member.Value is not null).OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Normal(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(item => Id.Replace(Normal(item), "ID")).Order(StringComparer.Ordinal))}]",
        null => "null",
        _ => node.ToJsonString(),
    };

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{16,17}|ecs-svc/[0-9]+|service-(?:revision|deployment)/[^\"]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id { get; }
}
