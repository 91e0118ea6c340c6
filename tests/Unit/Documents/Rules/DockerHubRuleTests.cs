namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class DockerHubRuleTests
{
    [Theory]
    [InlineData("nginx:1.27")]
    [InlineData("team/web:v2")]
    [InlineData("docker.io/team/web:v2")]
    public void Image_OfDockerHub_IsAWarning(string image) =>
        RuleBench.Finds("BG134", FindingSeverity.Warning, "containerDefinitions[0].image", $"*\"{image}\"*Docker Hub anonymously*", RuleBench.Task($"\"image\":§\"{image}\""))
            .Fix.Should().Contain("pull-through cache");

    [Theory]
    [InlineData("\"image\":\"public.ecr.aws/nginx/nginx:1.27\"")]
    [InlineData("\"image\":\"localhost/web:1\"")]
    [InlineData("\"image\":\"<IMAGE1_NAME>\"")]
    [InlineData("\"image\":\"nginx:1.27\",\"repositoryCredentials\":{\"credentialsParameter\":\"arn:aws:secretsmanager:eu-west-1:123456789012:secret:hub\"}")]
    [InlineData("\"cpu\":1")]
    public void Image_FromElsewhereOrWithCredentials_IsInOrder(string container) => RuleBench.FindsNothing("BG134", RuleBench.Task(container));
}
