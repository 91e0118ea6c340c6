namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class FargateLogDriverRuleTests
{
    [Theory]
    [InlineData("json-file")]
    [InlineData("fluentd")]
    public void Driver_ThatFargateHasNot_IsAnError(string driver) =>
        RuleBench.Finds("BG128", FindingSeverity.Error, "containerDefinitions[0].logConfiguration.logDriver", $"*{driver}*awslogs, splunk and awsfirelens*", RuleBench.Fargate($"\"logConfiguration\":{{\"logDriver\": §\"{driver}\"}}"));

    [Theory]
    [InlineData("awslogs")]
    [InlineData("splunk")]
    [InlineData("awsfirelens")]
    public void Driver_ThatFargateHas_IsInOrder(string driver) => RuleBench.FindsNothing("BG128", RuleBench.Fargate($"\"logConfiguration\":{{\"logDriver\":\"{driver}\"}}"));

    [Fact]
    public void Driver_Elsewhere_IsFree() => RuleBench.FindsNothing("BG128", RuleBench.Task("\"logConfiguration\":{\"logDriver\":\"json-file\"}"));
}
