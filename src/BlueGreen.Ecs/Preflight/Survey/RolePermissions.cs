using BlueGreen.Ecs.Documents.Rules;
using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>What the roles of a deployment must be allowed to do.</summary>
internal static class RolePermissions
{
    /// <summary>What it takes to pull an image of a repository.</summary>
    public static readonly IReadOnlyList<string> Pulling = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];
    private static readonly string[] Deploying = ["codedeploy:CreateDeployment", "codedeploy:GetDeployment", "codedeploy:StopDeployment", "codedeploy:ContinueDeployment"];

    /// <summary>What ECS does with the execution role before the containers start: pull, log, read secrets and files of variables.</summary>
    public static IReadOnlyList<Permission> OfExecution(DeploymentPlan plan)
    {
        var place = AwsPlace.Of(plan.Service.Arn);
        var needed = new List<Permission>();
        foreach (var name in plan.TaskDefinition.ContainerDefinitions.Select(container => ImageName.Parse(container.Image ?? string.Empty)).Where(name => name.IsOfEcr && name.Mistake is null))
        {
            needed.Add(new("ecr:GetAuthorizationToken", "*"));
            needed.AddRange(Pulling.Select(action => new Permission(action, place.RepositoryArn(name))));
        }

        foreach (var log in AwsLogs.Of(plan.TaskDefinition))
        {
            var group = (place with { Region = log.Region ?? place.Region }).Arn("logs", $"log-group:{log.Group}");
            var stream = $"{group}:log-stream:{log.Prefix}/{log.Container}/0";
            needed.AddRange([new("logs:CreateLogStream", stream), new("logs:PutLogEvents", stream)]);
            if (log.IsCreated)
            {
                needed.Add(new("logs:CreateLogGroup", $"{group}:*"));
            }
        }

        needed.AddRange(SecretSource.Of(plan.TaskDefinition, place).Select(secret => new Permission(secret.IsParameter ? "ssm:GetParameters" : "secretsmanager:GetSecretValue", secret.Arn)));
        needed.AddRange(EnvironmentFileSource.Of(plan.TaskDefinition).SelectMany(file => new Permission[] { new("s3:GetObject", file.Arn), new("s3:GetBucketLocation", file.BucketArn) }));
        return [.. needed.Distinct()];
    }

    /// <summary>What CodeDeploy does with its service role.</summary>
    public static IReadOnlyList<Permission> OfCodeDeploy(DeploymentPlan plan)
    {
        var definition = plan.TaskDefinition;
        var service = plan.Service.Arn;
        var needed = new List<Permission>
        {
            new("ecs:DescribeServices", service), new("ecs:CreateTaskSet", service), new("ecs:UpdateServicePrimaryTaskSet", service), new("ecs:DeleteTaskSet", service),
            new("elasticloadbalancing:DescribeTargetGroups", "*"), new("elasticloadbalancing:DescribeListeners", "*"), new("elasticloadbalancing:DescribeRules", "*"),
        };
        needed.AddRange(new[] { plan.Traffic.ProductionListenerArn, plan.Traffic.TestListenerArn }.OfType<string>().Select(listener => new Permission("elasticloadbalancing:ModifyListener", listener)));
        needed.AddRange(new[] { definition.ExecutionRoleArn, definition.TaskRoleArn }.OfType<string>().Where(ArnText.IsArn).Select(role => new Permission("iam:PassRole", role)));
        needed.AddRange(OfHooks(plan, plan.Traffic.Hooks));
        if (plan.Traffic.Alarms.Count > 0)
        {
            needed.Add(new("cloudwatch:DescribeAlarms", "*"));
        }

        return [.. needed.Distinct()];
    }

    /// <summary>What ECS does with a service's infrastructure role while it moves traffic itself.</summary>
    public static IReadOnlyList<Permission> OfInfrastructure(DeploymentPlan plan) =>
    [
        new("elasticloadbalancing:DescribeListeners", "*"), new("elasticloadbalancing:DescribeRules", "*"), new("elasticloadbalancing:DescribeTargetGroups", "*"), new("elasticloadbalancing:DescribeTargetHealth", "*"),
        .. new[] { plan.Traffic.ProductionListenerArn, plan.Traffic.TestListenerArn }.OfType<string>().Distinct(StringComparer.Ordinal).Select(listener => new Permission("elasticloadbalancing:ModifyListener", listener)),
    ];

    /// <summary>What AWS does with the role of hooks.</summary>
    public static IReadOnlyList<Permission> OfHooks(DeploymentPlan plan, IEnumerable<PlannedHook> hooks)
    {
        var place = AwsPlace.Of(plan.Service.Arn);
        return [.. hooks.Select(hook => new Permission("lambda:InvokeFunction", FunctionArn.Of(hook.Function, place))).Distinct()];
    }

    /// <summary>What whoever deploys does itself, from the start to a way back.</summary>
    public static IReadOnlyList<Permission> OfCaller(DeploymentPlan plan)
    {
        var place = AwsPlace.Of(plan.Service.Arn);
        var definition = plan.TaskDefinition;
        var needed = new List<Permission>();
        if (plan.EqualRevisionArn is null)
        {
            needed.Add(new("ecs:RegisterTaskDefinition", place.Arn("ecs", $"task-definition/{definition.Family}:*")));
            needed.AddRange(new[] { definition.ExecutionRoleArn, definition.TaskRoleArn }.OfType<string>().Where(ArnText.IsArn).Select(role => new Permission("iam:PassRole", role)));
        }

        needed.AddRange(plan switch
        {
            { CodeDeploy: { } target } => Deploying
                .Select(action => new Permission(action, place.Arn("codedeploy", $"deploymentgroup:{target.Application}/{target.DeploymentGroup}"))),
            { Service.DeploymentController: "ECS" } => [new("ecs:UpdateService", plan.Service.Arn), new("ecs:DescribeServiceDeployments", "*")],
            _ => plan.Traffic.ProductionListenerArn is { } listener ? [new("elasticloadbalancing:ModifyListener", listener)] : [],
        });
        return [.. needed.Distinct()];
    }
}
