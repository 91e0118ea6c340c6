namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class AwslogsOptionsRuleTests
{
    private const string Group = "\"awslogs-group\":\"g\"";
    private const string Region = "\"awslogs-region\":\"eu-west-1\"";
    private const string Prefix = "\"awslogs-stream-prefix\":\"p\"";

    [Theory]
    [InlineData("awslogs-group", Region + "," + Prefix)]
    [InlineData("awslogs-region", Group + "," + Prefix)]
    [InlineData("awslogs-stream-prefix", Group + "," + Region)]
    public void Option_Missing_IsAnErrorAtTheOptions(string option, string others) =>
        RuleBench.Finds("BG129", FindingSeverity.Error, "containerDefinitions[0].logConfiguration.options", $"*\"web\"*without the option {option}*", RuleBench.Fargate(Log($"§{{{others}}}")));

    [Fact]
    public void Option_Empty_IsAnErrorAtTheOption() =>
        RuleBench.Finds("BG129", FindingSeverity.Error, "containerDefinitions[0].logConfiguration.options.awslogs-group", "*awslogs-group*", RuleBench.Fargate(Log($"{{\"awslogs-group\":§\"\",{Region},{Prefix}}}")));

    [Theory]
    [InlineData("Tokyo")]
    [InlineData("ap-northeast-1a")]
    [InlineData("ap_northeast_1")]
    [InlineData("west-1")]
    [InlineData("-1")]
    public void Region_WrittenLikeNone_IsAWarning(string region) =>
        RuleBench.Finds(
            "BG129",
            FindingSeverity.Warning,
            "containerDefinitions[0].logConfiguration.options.awslogs-region",
            $"*\"{region}\"*eu-west-1*",
            RuleBench.Task(Log($"{{{Group},\n\"awslogs-region\": §\"{region}\"}}")));

    [Theory]
    [InlineData("us-gov-east-1")]
    [InlineData("ap-southeast-12")]
    [InlineData("<REGION>")]
    public void Region_WrittenLikeOne_IsInOrder(string region) => RuleBench.FindsNothing("BG129", RuleBench.Task(Log($"{{{Group},\"awslogs-region\":\"{region}\"}}")));

    [Fact]
    public void CreateGroup_OtherThanTrue_IsAnErrorThere() =>
        RuleBench.Finds(
            "BG129",
            FindingSeverity.Error,
            "containerDefinitions[0].logConfiguration.options.awslogs-create-group",
            "*\"false\"*true, or nothing*",
            RuleBench.Task(Log($"{{{Group},{Region},\"awslogs-create-group\":§\"false\"}}")));

    [Fact]
    public void CreateGroup_True_IsInOrder() => RuleBench.FindsNothing("BG129", RuleBench.Task(Log($"{{{Group},{Region},\"awslogs-create-group\":\"true\"}}")));

    [Fact]
    public void Option_FromASecret_IsThere() => RuleBench.FindsNothing("BG129", RuleBench.Fargate($"\"logConfiguration\":{{\"logDriver\":\"awslogs\",\"options\":{{{Region},{Prefix}}},\"secretOptions\":[{{\"name\":\"awslogs-group\",\"valueFrom\":\"v\"}}]}}"));

    [Fact]
    public void OtherDriver_HasOtherOptions() => RuleBench.FindsNothing("BG129", RuleBench.Fargate("\"logConfiguration\":{\"logDriver\":\"splunk\"}"));

    private static string Log(string options) => $"\"logConfiguration\":{{\"logDriver\":\"awslogs\",\"options\":{options}}}";
}
