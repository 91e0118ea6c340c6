namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class ContainerTimeoutRuleTests
{
    [Theory]
    [InlineData("startTimeout", 1)]
    [InlineData("startTimeout", 121)]
    [InlineData("stopTimeout", 0)]
    [InlineData("stopTimeout", 600)]
    public void Timeout_OutOfRangeOnFargate_IsAnErrorThere(string member, int seconds) =>
        RuleBench.Finds("BG139", FindingSeverity.Error, $"containerDefinitions[0].{member}", $"*{seconds}*2 to 120 seconds*", RuleBench.Fargate($"\"{member}\": §{seconds}"));

    [Fact]
    public void Timeout_InRangeOrElsewhere_IsInOrder()
    {
        RuleBench.FindsNothing("BG139", RuleBench.Fargate("\"startTimeout\":2,\"stopTimeout\":120"));
        RuleBench.FindsNothing("BG139", RuleBench.Task("\"startTimeout\":600,\"stopTimeout\":600"));
    }
}
