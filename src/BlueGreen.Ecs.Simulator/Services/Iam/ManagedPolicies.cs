using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>
/// The policies that AWS provides and deployments use, by what follows <c>arn:aws:iam::aws:policy/</c>, and what they allow as far as deployments are
/// concerned: permissions for other services are left out.
/// </summary>
internal static class ManagedPolicies
{
    private const string Prefix = "arn:aws:iam::aws:policy/";
    private const string PassToTasks = "iam:PassRole > * ? iam:PassedToService=ecs-tasks.amazonaws.com";
    private const string ElbForCodeDeploy =
        "elasticloadbalancing:DescribeTargetGroups elasticloadbalancing:DescribeListeners elasticloadbalancing:ModifyListener "
        + "elasticloadbalancing:DescribeRules elasticloadbalancing:ModifyRule";

    private const string EcsForCodeDeploy =
        "ecs:DescribeServices ecs:CreateTaskSet ecs:UpdateServicePrimaryTaskSet ecs:DeleteTaskSet cloudwatch:DescribeAlarms";

    private const string ReadImages =
        "ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer ecr:GetRepositoryPolicy ecr:DescribeRepositories ecr:ListImages "
        + "ecr:DescribeImages ecr:BatchGetImage ecr:GetLifecyclePolicy ecr:GetLifecyclePolicyPreview ecr:ListTagsForResource ecr:DescribeImageScanFindings";

    // A statement: actions, behind > its resources (without: all), behind ? the condition that one key has one value.
    private static readonly Dictionary<string, string[]> Statements = new(StringComparer.Ordinal)
    {
        ["AdministratorAccess"] = ["*"],
        ["AmazonEC2ContainerRegistryFullAccess"] = ["ecr:*"],
        ["AmazonEC2ContainerRegistryPowerUser"] = [ReadImages + " ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage"],
        ["AmazonEC2ContainerRegistryReadOnly"] = [ReadImages],
        ["AmazonECSInfrastructureRolePolicyForLoadBalancers"] =
        [
            "elasticloadbalancing:DescribeListeners elasticloadbalancing:DescribeRules elasticloadbalancing:DescribeTargetGroups elasticloadbalancing:DescribeTargetHealth",
            "elasticloadbalancing:RegisterTargets elasticloadbalancing:DeregisterTargets > arn:aws:elasticloadbalancing:*:*:targetgroup/*/*",
            "elasticloadbalancing:ModifyListener > arn:aws:elasticloadbalancing:*:*:listener/app/*/*/* arn:aws:elasticloadbalancing:*:*:listener/net/*/*/*",
            "elasticloadbalancing:ModifyRule > arn:aws:elasticloadbalancing:*:*:listener-rule/app/*/*/*/*",
        ],
        ["AmazonECS_FullAccess"] =
        [
            "ecs:* elasticloadbalancing:Create* elasticloadbalancing:Delete* elasticloadbalancing:Describe* cloudwatch:DeleteAlarms cloudwatch:DescribeAlarms "
                + "cloudwatch:GetMetricStatistics cloudwatch:PutMetricAlarm codedeploy:BatchGet* codedeploy:ContinueDeployment codedeploy:CreateApplication "
                + "codedeploy:CreateDeployment codedeploy:CreateDeploymentGroup codedeploy:Get* codedeploy:List* codedeploy:RegisterApplicationRevision "
                + "codedeploy:StopDeployment lambda:ListFunctions logs:CreateLogGroup logs:DescribeLogGroups logs:FilterLogEvents iam:ListRoles",
            PassToTasks,
            "iam:PassRole > arn:aws:iam::*:role/ecsInfrastructureRole ? iam:PassedToService=ecs.amazonaws.com",
        ],
        ["AmazonS3FullAccess"] = ["s3:*"],
        ["AmazonS3ReadOnlyAccess"] = ["s3:Get* s3:List* s3:Describe*"],
        ["AmazonSSMReadOnlyAccess"] = ["ssm:Describe* ssm:Get* ssm:List*"],
        ["AWSCodeBuildAdminAccess"] = ["codebuild:* ecr:DescribeRepositories ecr:ListImages logs:GetLogEvents cloudwatch:GetMetricStatistics"],
        ["AWSCodeBuildDeveloperAccess"] = ["codebuild:StartBuild codebuild:StopBuild codebuild:RetryBuild codebuild:BatchGet* codebuild:List* logs:GetLogEvents"],
        ["AWSCodeCommitFullAccess"] = ["codecommit:*"],
        ["AWSCodeCommitPowerUser"] = ["codecommit:BatchGet* codecommit:Create* codecommit:Get* codecommit:List* codecommit:Put* codecommit:Update* codecommit:GitPull codecommit:GitPush"],
        ["AWSCodeDeployDeployerAccess"] = ["codedeploy:Batch* codedeploy:CreateDeployment codedeploy:Get* codedeploy:List* codedeploy:RegisterApplicationRevision"],
        ["AWSCodeDeployFullAccess"] = ["codedeploy:*"],
        ["AWSCodeDeployReadOnlyAccess"] = ["codedeploy:Batch* codedeploy:Get* codedeploy:List*"],
        ["AWSCodeDeployRoleForECS"] = [$"{EcsForCodeDeploy} {ElbForCodeDeploy} lambda:InvokeFunction sns:Publish s3:GetObject s3:GetObjectVersion", PassToTasks],
        ["AWSCodeDeployRoleForECSLimited"] =
        [
            $"{EcsForCodeDeploy} {ElbForCodeDeploy}",
            "sns:Publish > arn:aws:sns:*:*:CodeDeployTopic_*",
            "lambda:InvokeFunction > arn:aws:lambda:*:*:function:CodeDeployHook_*",
            "s3:GetObject s3:GetObjectVersion > * ? s3:ExistingObjectTag/UseWithCodeDeploy=true",
            "iam:PassRole > arn:aws:iam::*:role/ecsTaskExecutionRole arn:aws:iam::*:role/ECSTaskExecution* ? iam:PassedToService=ecs-tasks.amazonaws.com",
        ],
        ["AWSCodePipeline_FullAccess"] =
        [
            "codepipeline:* codebuild:BatchGetProjects codebuild:CreateProject codedeploy:BatchGetDeploymentGroups codedeploy:ListApplications "
                + "codedeploy:ListDeploymentGroups ecr:DescribeRepositories ecr:ListImages ecs:ListClusters ecs:ListServices iam:ListRoles iam:GetRole",
            "iam:PassRole > * ? iam:PassedToService=codepipeline.amazonaws.com",
        ],
        ["CloudWatchFullAccess"] = ["cloudwatch:* logs:* sns:* iam:GetRole"],
        ["CloudWatchLogsFullAccess"] = ["logs:*"],
        ["CloudWatchReadOnlyAccess"] = ["cloudwatch:Describe* cloudwatch:Get* cloudwatch:List* logs:Get* logs:List* logs:Describe* logs:FilterLogEvents sns:Get* sns:List*"],
        ["ElasticLoadBalancingFullAccess"] = ["elasticloadbalancing:*"],
        ["PowerUserAccess"] = ["!iam:*", "iam:CreateServiceLinkedRole iam:DeleteServiceLinkedRole iam:ListRoles"],
        ["ReadOnlyAccess"] = ["*:BatchGet* *:Describe* *:Get* *:List*"],
        ["SecretsManagerReadWrite"] = ["secretsmanager:* kms:DescribeKey kms:ListAliases kms:ListKeys"],
        ["aws-service-role/AmazonECSServiceRolePolicy"] =
            ["elasticloadbalancing:Describe* elasticloadbalancing:RegisterTargets elasticloadbalancing:DeregisterTargets cloudwatch:DescribeAlarms cloudwatch:PutMetricAlarm cloudwatch:DeleteAlarms"],
        ["service-role/AWSCodeDeployRole"] =
            ["elasticloadbalancing:DescribeTargetGroups elasticloadbalancing:DescribeTargetHealth elasticloadbalancing:RegisterTargets elasticloadbalancing:DeregisterTargets cloudwatch:DescribeAlarms sns:Publish"],
        ["service-role/AWSLambdaBasicExecutionRole"] = ["logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents"],
        ["service-role/AmazonECSInfrastructureRolePolicyForVolumes"] = [],
        ["service-role/AmazonECSTaskExecutionRolePolicy"] =
            ["ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer ecr:BatchGetImage logs:CreateLogStream logs:PutLogEvents"],
    };

    private static readonly Lazy<SortedDictionary<string, ManagedPolicy>> ByArn =
        new(() => new(Statements.Keys.Select(Make).ToDictionary(policy => policy.Arn, StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>All of them, by ARN.</summary>
    public static IEnumerable<ManagedPolicy> All => ByArn.Value.Values;

    public static ManagedPolicy? Find(string arn) => ByArn.Value.GetValueOrDefault(arn);

    /// <summary>The name of a policy: what follows the last slash of its ARN.</summary>
    public static string NameOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private static ManagedPolicy Make(string name)
    {
        var document = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = Statements[name].ToJson(Statement) };
        var policy = new ManagedPolicy(Prefix + name, NameOf(name), "/" + name[..(name.LastIndexOf('/') + 1)]);
        policy.Add(document.ToJsonString(), at: null, isDefault: true);
        return policy;
    }

    private static JsonObject Statement(string text)
    {
        var parts = text.Split(" ? ");
        var (actions, resources) = parts[0].Split(" > ") is [var left, var right] ? (left, right) : (parts[0], "*");
        var statement = new JsonObject
        {
            ["Effect"] = "Allow",
            [actions.StartsWith('!') ? "NotAction" : "Action"] = actions.TrimStart('!').Split(' ').ToJson(),
            ["Resource"] = resources.Split(' ').ToJson(),
        };
        if (parts is [_, var condition])
        {
            var (key, value) = (condition.Split('=')[0], condition.Split('=')[1]);
            statement["Condition"] = new JsonObject { ["StringLike"] = new JsonObject { [key] = value } };
        }

        return statement;
    }
}
