namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class NetworkModeMembersRuleTests
{
    [Theory]
    [InlineData("none", "portMappings", "[{\"containerPort\":80}]", "*\"web\" maps ports*none*")]
    [InlineData("awsvpc", "hostname", "\"web\"", "*hostname*awsvpc*")]
    [InlineData("awsvpc", "extraHosts", "[{\"hostname\":\"db\",\"ipAddress\":\"10.0.0.1\"}]", "*extraHosts*awsvpc*")]
    [InlineData("awsvpc", "links", "[\"db\"]", "*links*awsvpc*")]
    [InlineData("host", "links", "[\"db\"]", "*links*host*")]
    public void Member_ThatTheModeHasNot_IsAnErrorThere(string mode, string member, string value, string message) =>
        RuleBench.Finds("BG122", FindingSeverity.Error, $"containerDefinitions[0].{member}", message, RuleBench.Task($"\n\"{member}\": §{value}", $"\"networkMode\":\"{mode}\","));

    [Theory]
    [InlineData("\"networkMode\":\"bridge\",", "\"links\":[\"db\"],\"hostname\":\"web\",\"extraHosts\":[{\"hostname\":\"db\",\"ipAddress\":\"10.0.0.1\"}]")]
    [InlineData("", "\"links\":[\"db\"],\"hostname\":\"web\"")]
    [InlineData("\"networkMode\":\"none\",", "\"portMappings\":[]")]
    [InlineData("\"networkMode\":\"awsvpc\",", "\"hostname\":\"\",\"links\":[],\"extraHosts\":[]")]
    public void Member_ThatTheModeHas_IsInOrder(string task, string container) => RuleBench.FindsNothing("BG122", RuleBench.Task(container, task));

    [Fact]
    public void Links_OnFargate_AreForAnotherRule() => RuleBench.FindsNothing("BG122", RuleBench.Fargate("\"links\":[\"db\"]"));
}
