namespace BlueGreen.Ecs.Tests.Integration.Provisioning;

/// <summary>The differences that are meant, all of them.</summary>
internal static class Explanations
{
    private const string Name = "labo-terraform-admin";
    private const string Nothing = Comparison.Missing;
    private const string Always = "always";
    private const string Words = "descriptions say whose it is, and are free";
    private const string Default = "the library writes out what AWS takes where nothing is said";
    private const string Empty = "an empty list in the file says what none says, and the library sends none";
    private const string OneGroup = "the library allows deployments of the one group, AWS's page those of all groups of the application";
    private const string Alike = "without a wildcard StringLike is StringEquals";
    private const string Layers = "builds may also pull the layers of the image before, which ECR's page on pushing leaves out";
    private const string Project = $"codebuild/{Name}";
    private const string Container = $"ecs/task-definitions/ecs-admin-test:1/taskDefinition/containerDefinitions/{Name}";
    private const string Templates = $"codepipeline/{Name}/pipeline/stages/Deploy/actions/Deploy/configuration";
    private const string Pipeline = $"iam/AWSCodePipelineServiceRole-{Name}";
    private const string Builds = $"iam/codebuild-{Name}-service-role";
    private const string Groups = $"arn:aws:codedeploy:ap-northeast-1:123456789012:deploymentgroup:AppECS-web-{Name}";

    public static readonly IReadOnlyList<Explanation> All =
    [
        new($"{Project}/description", $"The builds of the environment {Name}.", Nothing, Words),
        new($"codecommit/repositories/{Name}/repositoryDescription", $"The source of the environment {Name}.", Nothing, Words),
        new($"codecommit/branches/{Name}/main/commit/message", $"The first files of {Name}", "first", Words),
        new($"ec2/security-groups/{Name}-load-balancer/Description", $"Admits users to the load balancer of {Name}", "load balancer", Words),
        new($"ec2/security-groups/{Name}-tasks/Description", $"Admits the load balancer to the tasks of {Name}", "tasks", Words),
        new($"{Pipeline}/Description", $"The role of the pipeline of the environment {Name}.", Nothing, Words),
        new($"{Builds}/Description", $"The role of builds of the environment {Name}.", Nothing, Words),
        new($"iam/ecsCodeDeployRole-{Name}/Description", $"The service role of CodeDeploy of the environment {Name}.", Nothing, Words),
        new("iam/ecsTaskExecutionRole/Description", $"The execution role of the environment {Name}.", Nothing, Words),
        new($"{Project}/environment/environmentVariables/IMAGE_TAG/type", "PLAINTEXT", Nothing, Default),
        new($"{Project}/environment/imagePullCredentialsType", "CODEBUILD", Nothing, Default),
        new($"{Project}/source/buildspec", "buildspec.yml", Nothing, Default),
        new($"{Templates}/AppSpecTemplatePath", "appspec.yaml", Nothing, Default),
        new($"{Templates}/TaskDefinitionTemplatePath", "taskdef.json", Nothing, Default),
        new($"{Container}/command", Nothing, "[]", Empty),
        new($"{Container}/entryPoint", Nothing, "[]", Empty),
        new($"{Pipeline}/inline/bluegreen/Allow codedeploy:CreateDeployment on {Groups}/*", Nothing, Always, OneGroup),
        new($"{Pipeline}/inline/bluegreen/Allow codedeploy:CreateDeployment on {Groups}/DgpECS-web-{Name}", Always, Nothing, OneGroup),
        new($"{Pipeline}/inline/bluegreen/Allow codedeploy:GetDeployment on {Groups}/*", Nothing, Always, OneGroup),
        new($"{Pipeline}/inline/bluegreen/Allow codedeploy:GetDeployment on {Groups}/DgpECS-web-{Name}", Always, Nothing, OneGroup),
        new(
            $"{Pipeline}/inline/bluegreen/Allow iam:PassRole on arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
            "if StringLike iam:PassedToService ecs-tasks.amazonaws.com or ecs.amazonaws.com",
            "if StringEquals iam:PassedToService ecs-tasks.amazonaws.com or ecs.amazonaws.com",
            Alike),
        new($"{Builds}/inline/bluegreen/Allow ecr:GetDownloadUrlForLayer on arn:aws:ecr:ap-northeast-1:123456789012:repository/{Name}", Always, Nothing, Layers),
    ];
}
