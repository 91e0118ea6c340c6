namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class HealthCheckTimesRuleTests
{
    [Theory]
    [InlineData("interval", 4, "*4*5 to 300*")]
    [InlineData("interval", 301, "*301*5 to 300*")]
    [InlineData("timeout", 1, "*2 to 60*")]
    [InlineData("timeout", 61, "*2 to 60*")]
    [InlineData("retries", 0, "*1 to 10*")]
    [InlineData("retries", 11, "*1 to 10*")]
    [InlineData("startPeriod", -1, "*-1*0 to 300*")]
    [InlineData("startPeriod", 301, "*0 to 300*")]
    public void Number_OutOfRange_IsAnErrorThere(string member, int number, string message) =>
        RuleBench.Finds("BG138", FindingSeverity.Error, $"containerDefinitions[0].healthCheck.{member}", message, RuleBench.Task($"\"healthCheck\":{{\"command\":[\"CMD\",\"x\"],\"{member}\":§{number}}}"));

    [Theory]
    [InlineData("\"interval\":5,\"timeout\":2,\"retries\":1,\"startPeriod\":0")]
    [InlineData("\"interval\":300,\"timeout\":60,\"retries\":10,\"startPeriod\":300")]
    public void Numbers_AtTheEnds_AreInOrder(string members) => RuleBench.FindsNothing("BG138", RuleBench.Task($"\"healthCheck\":{{\"command\":[\"CMD\",\"x\"],{members}}}"));
}
