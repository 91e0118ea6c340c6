namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class ExecutionRoleRuleTests
{
    private const string Role = "\"executionRoleArn\":\"arn:aws:iam::123456789012:role/ecsTaskExecutionRole\",";

    [Theory]
    [InlineData("\"secrets\":§[{\"name\":\"A\",\"valueFrom\":\"a\"}]", "secrets", "*\"web\" reads secrets*")]
    [InlineData("\"logConfiguration\":{\"logDriver\":\"splunk\",\"secretOptions\":§[{\"name\":\"splunk-token\",\"valueFrom\":\"a\"}]}", "logConfiguration.secretOptions", "*secrets for its log*")]
    [InlineData("\"repositoryCredentials\":§{\"credentialsParameter\":\"a\"}", "repositoryCredentials", "*with credentials*")]
    public void Role_MissingForSecrets_IsAnErrorWhereverTheTaskRuns(string container, string path, string message)
    {
        RuleBench.Finds("BG135", FindingSeverity.Error, $"containerDefinitions[0].{path}", message, RuleBench.Task(container));
        RuleBench.FindsNothing("BG135", RuleBench.Task(container, Role).Replace("§", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"image\":§\"123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:v2\"", "image", "*from ECR on Fargate*executionRoleArn is missing*")]
    [InlineData("\"image\":\"web:1\",\"logConfiguration\":{\"logDriver\":§\"awslogs\"}", "logConfiguration.logDriver", "*awslogs on Fargate*")]
    public void Role_MissingOnFargate_IsAnError(string container, string path, string message)
    {
        RuleBench.Finds("BG135", FindingSeverity.Error, $"containerDefinitions[0].{path}", message, RuleBench.Fargate(container));
        RuleBench.FindsNothing("BG135", RuleBench.Task(container).Replace("§", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"image\":\"public.ecr.aws/nginx/nginx:1.27\"")]
    [InlineData("\"image\":\"<IMAGE1_NAME>\",\"logConfiguration\":{\"logDriver\":\"splunk\"}")]
    public void Role_MissingWhereNoneIsNeeded_IsInOrder(string container) => RuleBench.FindsNothing("BG135", RuleBench.Fargate(container));
}
