namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class RestartPolicyRuleTests
{
    [Theory]
    [InlineData(59)]
    [InlineData(1801)]
    public void Period_OutOfRange_IsAnErrorThere(int seconds) =>
        RuleBench.Finds("BG140", FindingSeverity.Error, "containerDefinitions[0].restartPolicy.restartAttemptPeriod", $"*{seconds}*60 to 1800 seconds*", RuleBench.Task($"\"restartPolicy\":{{\"enabled\":true,\"restartAttemptPeriod\":§{seconds}}}"));

    [Fact]
    public void ExitCodes_MoreThanFifty_AreAnErrorThere() =>
        RuleBench.Finds("BG140", FindingSeverity.Error, "containerDefinitions[0].restartPolicy.ignoredExitCodes", "*51*50*", RuleBench.Task($"\"restartPolicy\":{{\"enabled\":true,\"ignoredExitCodes\":§[{string.Join(',', Enumerable.Range(0, 51))}]}}"));

    [Theory]
    [InlineData("\"restartPolicy\":{\"enabled\":true,\"restartAttemptPeriod\":60,\"ignoredExitCodes\":[0]}")]
    [InlineData("\"restartPolicy\":{\"enabled\":false}")]
    [InlineData("\"cpu\":1")]
    public void Policy_InRange_IsInOrder(string container) => RuleBench.FindsNothing("BG140", RuleBench.Task(container));
}
