using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.CodeDeploy;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Services.SecretsManager;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>What a call is made to, as far as its own members tell: the ARNs that a policy must cover.</summary>
internal static class CallerResources
{
    private const string Default = "default";

    /// <returns>The ARNs, or none where they are not known, or the action knows no resources.</returns>
    public static IReadOnlyList<string> Of(Region region, AwsCall call) => call.Service switch
    {
        "ecs" => OfEcs(region, call),
        "codedeploy" => OfCodeDeploy(region, call),
        "elbv2" => call.Operation.StartsWith("Describe", StringComparison.Ordinal) ? [] : Texts(call, "RuleArn", "ListenerArn", "TargetGroupArn", "LoadBalancerArn"),
        "ecr" => Arns(region, "ecr", "repository/", Texts(call, "repositoryName", "repositoryNames")),
        "iam" => OfIam(region, call),
        "lambda" => Arns(region, "lambda", "function:", Texts(call, "FunctionName")),
        "logs" => [.. Texts(call, "logGroupName").Select(name => region.Arn("logs", $"log-group:{name}:*"))],
        "secretsmanager" => [.. Texts(call, "SecretId").Select(id => id.StartsWith("arn:", StringComparison.Ordinal) ? id : SecretsState.Of(region).Secrets.GetValueOrDefault(id)?.Arn ?? "*")],
        "ssm" => [.. Texts(call, "Name", "Names").Select(name => name.StartsWith("arn:", StringComparison.Ordinal) ? name : region.Arn("ssm", $"parameter/{name.TrimStart('/')}"))],
        "s3" => [.. Texts(call, "Bucket").Select(bucket => $"arn:aws:s3:::{bucket}{(call.Input.Text("Key") is { } key ? $"/{key}" : "")}")],
        "codebuild" => Arns(region, "codebuild", "project/", [.. Texts(call, "projectName", "name", "names", "ids", "id").Select(id => id.StartsWith("arn:", StringComparison.Ordinal) ? id : id.Split(':')[0])]),
        "codecommit" => Arns(region, "codecommit", "", Texts(call, "repositoryName")),
        "codepipeline" => call.Input.Text("stageName") is null ? Arns(region, "codepipeline", "", [.. Texts(call, "pipelineName", "name").Take(1)]) : [],
        _ => [],
    };

    /// <returns>The cluster of an ECS call that is made to one.</returns>
    public static string? ClusterArn(AwsCall call) => call.Input.Text("cluster") is { } cluster
        ? cluster.StartsWith("arn:", StringComparison.Ordinal) ? cluster : $"arn:aws:ecs:{call.Region}:{call.Account}:cluster/{cluster}"
        : null;

    private static IReadOnlyList<string> OfEcs(Region region, AwsCall call)
    {
        var cluster = EcsState.LastSegment(call.Input.Text("cluster") ?? Default);
        return call.Operation switch
        {
            "CreateService" or "UpdateService" or "DeleteService" or "DescribeServices" or "ListServiceDeployments" =>
                Arns(region, "ecs", $"service/{cluster}/", Texts(call, "serviceName", "service", "services")),
            "DescribeTasks" or "StopTask" => Arns(region, "ecs", $"task/{cluster}/", Texts(call, "tasks", "task")),
            "DescribeServiceDeployments" or "StopServiceDeployment" or "ContinueServiceDeployment" or "DescribeServiceRevisions" =>
                Texts(call, "serviceDeploymentArns", "serviceDeploymentArn", "serviceRevisionArns"),
            "CreateCluster" or "DeleteCluster" or "DescribeClusters" or "UpdateCluster" or "UpdateClusterSettings" or "PutClusterCapacityProviders" =>
                Arns(region, "ecs", "cluster/", Texts(call, "clusterName", "cluster", "clusters")),
            _ => [],
        };
    }

    private static IReadOnlyList<string> OfCodeDeploy(Region region, AwsCall call)
    {
        var (application, group) = (call.Input.Text("applicationName"), call.Input.Text("deploymentGroupName") ?? call.Input.Text("currentDeploymentGroupName"));
        if (call.Input.Text("deploymentId") is { } id && CodeDeployState.Of(region).Deployments.GetValueOrDefault(id)?.Group is { } owner)
        {
            (application, group) = (owner.Application.Name, owner.Name);
        }

        return (application, group) switch
        {
            ({ }, { }) => [region.Arn("codedeploy", $"deploymentgroup:{application}/{group}")],
            ({ }, null) => call.Operation is "ListDeploymentGroups" or "BatchGetDeploymentGroups" ? [] : [region.Arn("codedeploy", $"application:{application}")],
            _ => Arns(region, "codedeploy", "deploymentconfig:", Texts(call, "deploymentConfigName")),
        };
    }

    private static IReadOnlyList<string> OfIam(Region region, AwsCall call) => call.Input.Text("RoleName") is { } role
        ? [IamState.Of(region.World).Roles.GetValueOrDefault(role)?.Arn ?? $"arn:aws:iam::{call.Account}:role/{role}"]
        : Texts(call, "PolicySourceArn", "PolicyArn");

    // A member that is an ARN already is one.
    private static IReadOnlyList<string> Arns(Region region, string service, string prefix, IReadOnlyList<string> names) =>
        [.. names.Select(name => name.StartsWith("arn:", StringComparison.Ordinal) ? name : region.Arn(service, prefix + name))];

    // The first of the members that the call has, which may be a list.
    private static IReadOnlyList<string> Texts(AwsCall call, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            switch (call.Input[member])
            {
                case JsonArray { Count: > 0 }:
                    return call.Input.Texts(member);
                case JsonValue when call.Input.Text(member) is { Length: > 0 } text:
                    return [text];
            }
        }

        return [];
    }
}
