namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class FargateNetworkRuleTests
{
    [Theory]
    [InlineData("bridge")]
    [InlineData("awsVpc")]
    public void Mode_OtherThanAwsvpc_IsAnErrorAtTheMode(string mode) =>
        RuleBench.Finds("BG121", FindingSeverity.Error, "networkMode", $"*{mode}*awsvpc only*", $"{{\"family\":\"f\",\"requiresCompatibilities\":[\"EC2\",\"FARGATE\"],\"networkMode\":§\"{mode}\",\"containerDefinitions\":[]}}");

    [Fact]
    public void Mode_Missing_IsAnErrorOfTheDocument() =>
        RuleBench.Finds("BG121", FindingSeverity.Error, string.Empty, "*missing*", "§{\"family\":\"f\",\"requiresCompatibilities\":[\"FARGATE\"],\"containerDefinitions\":[]}");

    [Theory]
    [InlineData("\"requiresCompatibilities\":[\"FARGATE\"],\"networkMode\":\"awsvpc\",")]
    [InlineData("\"requiresCompatibilities\":[\"EC2\"],\"networkMode\":\"bridge\",")]
    [InlineData("")]
    public void Mode_Allowed_IsInOrder(string task) => RuleBench.FindsNothing("BG121", RuleBench.Task("\"image\":\"i\"", task));
}
