using BlueGreen.Ecs.Documents.Rules;
using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Preflight.Survey;

namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>What the roles of an environment need, no more. Pure.</summary>
internal static class RolePolicies
{
    private const string ToTasks = "ecs-tasks.amazonaws.com";

    /// <summary>For starting tasks: images, logs, secrets, files of variables. With AWS's managed policy, only what that lacks.</summary>
    public static string? OfExecution(BlueGreenEnvironment environment, KnownParts known)
    {
        var definition = DesiredTaskDefinition.Of(environment, known);
        var logs = AwsLogs.Of(definition).ToList();
        var statements = environment.HasLeastPrivilege ? Starting(definition, logs, known.Place) : [];
        Add(statements, ["logs:CreateLogGroup"], logs.Where(log => log.IsCreated).Select(log => Group(log, known.Place)));
        var secrets = SecretSource.Of(definition, known.Place).ToLookup(secret => secret.IsParameter, secret => secret.Arn);
        Add(statements, ["secretsmanager:GetSecretValue"], secrets[false]);
        Add(statements, ["ssm:GetParameters"], secrets[true]);
        var files = EnvironmentFileSource.Of(definition).ToList();
        Add(statements, ["s3:GetObject"], files.Select(file => file.Arn));
        Add(statements, ["s3:GetBucketLocation"], files.Select(file => file.BucketArn));
        return PolicyText.Of(statements);
    }

    /// <summary>For CodeDeploy: the service's task sets, the two listeners, and the roles of its tasks.</summary>
    public static string? OfCodeDeploy(BlueGreenEnvironment environment, KnownParts known)
    {
        if (!environment.HasLeastPrivilege)
        {
            return null;
        }

        var place = known.Place;
        var path = $"{environment.Cluster.Name}/{environment.Service.Name}";
        List<PolicyStatement> statements =
        [
            new(["ecs:DescribeServices", "ecs:CreateTaskSet", "ecs:UpdateServicePrimaryTaskSet", "ecs:DeleteTaskSet"], [place.Arn("ecs", $"service/{path}"), place.Arn("ecs", $"task-set/{path}/*")]),
            new(["elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules"], ["*"]),
            .. Traffic(environment, place),
        ];
        statements.Add(new(["iam:PassRole"], DesiredTaskDefinition.RoleArns(environment, known), ToTasks));
        if (environment.Alarms.Count > 0)
        {
            statements.Add(new(["cloudwatch:DescribeAlarms"], ["*"]));
        }

        return PolicyText.Of(statements);
    }

    /// <summary>For ECS where it moves traffic itself: the two listeners, and the targets in the two groups.</summary>
    public static string? OfInfrastructure(BlueGreenEnvironment environment, KnownParts known) => !environment.HasLeastPrivilege ? null : PolicyText.Of(
    [
        new(["elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTargetHealth"], ["*"]),
        new(["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], [Groups(environment.TargetGroups.Blue, known.Place), Groups(environment.TargetGroups.Green, known.Place)]),
        .. Traffic(environment, known.Place),
    ]);

    private static List<PolicyStatement> Starting(TaskDefinition definition, List<AwsLogs> logs, AwsPlace place)
    {
        var images = definition.ContainerDefinitions.Select(container => ImageName.Parse(container.Image ?? string.Empty)).Where(name => name is { IsOfEcr: true, Mistake: null }).ToList();
        var statements = new List<PolicyStatement>();
        Add(statements, ["ecr:GetAuthorizationToken"], images.Count > 0 ? ["*"] : []);
        Add(statements, RolePermissions.Pulling, images.Select(place.RepositoryArn));
        Add(statements, ["logs:CreateLogStream", "logs:PutLogEvents"], logs.Select(log => Group(log, place)));
        return statements;
    }

    // Listeners are known by their load balancer: their ids are drawn when they are made.
    private static List<PolicyStatement> Traffic(BlueGreenEnvironment environment, AwsPlace place)
    {
        var balancer = PartNames.LoadBalancer(environment);
        return
        [
            new(["elasticloadbalancing:ModifyListener"], [place.Arn("elasticloadbalancing", $"listener/app/{balancer}/*")]),
            new(["elasticloadbalancing:ModifyRule"], [place.Arn("elasticloadbalancing", $"listener-rule/app/{balancer}/*")]),
        ];
    }

    private static string Groups(string name, AwsPlace place) => place.Arn("elasticloadbalancing", $"targetgroup/{name}/*");

    private static string Group(AwsLogs log, AwsPlace place) => (log.Region is { Length: > 0 } region ? place with { Region = region } : place).Arn("logs", $"log-group:{log.Group}:*");

    private static void Add(List<PolicyStatement> statements, IReadOnlyList<string> actions, IEnumerable<string> resources)
    {
        if (resources.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } all)
        {
            statements.Add(new(actions, all));
        }
    }
}
