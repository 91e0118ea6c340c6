namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class PortTwiceRuleTests
{
    [Fact]
    public void Port_ForTwoProtocols_IsAnErrorAtTheSecond() =>
        RuleBench.Finds(
            "BG125",
            FindingSeverity.Error,
            "containerDefinitions[0].portMappings[1]",
            "*port 53 for tcp and for udp*",
            RuleBench.Task("\"portMappings\":[{\"containerPort\":53},\n  §{\"containerPort\":53,\"protocol\":\"udp\"}]"));

    [Fact]
    public void Port_TwiceInOneContainer_IsAWarning() =>
        RuleBench.Finds("BG125", FindingSeverity.Warning, "containerDefinitions[0].portMappings[1]", "*port 80 twice*", RuleBench.Task("\"portMappings\":[{\"containerPort\":80},§{\"containerPort\":80,\"protocol\":\"tcp\"}]"));

    [Theory]
    [InlineData("awsvpc")]
    [InlineData("host")]
    public void Port_OfTwoContainersInOneNetwork_IsAWarningThatNamesTheFirst(string mode) =>
        RuleBench.Finds("BG125", FindingSeverity.Warning, "containerDefinitions[1].portMappings[0]", $"*Port 80*\"a\" already*{mode}*", Two(mode, "{\"containerPort\":80}", "§{\"containerPort\":80}"));

    [Fact]
    public void HostPort_TwiceOnABridge_IsAnError() =>
        RuleBench.Finds("BG125", FindingSeverity.Error, "containerDefinitions[1].portMappings[0]", "*Host port 8080*\"a\" already*", Two("bridge", "{\"containerPort\":80,\"hostPort\":8080}", "§{\"containerPort\":81,\"hostPort\":8080}"));

    [Theory]
    [InlineData("awsvpc", "{\"containerPort\":80}", "{\"containerPort\":81}")]
    [InlineData("awsvpc", "{\"containerPort\":53}", "{\"containerPort\":53,\"protocol\":\"udp\"}")]
    [InlineData("bridge", "{\"containerPort\":80}", "{\"containerPort\":80}")]
    [InlineData("bridge", "{\"containerPort\":80,\"hostPort\":0}", "{\"containerPort\":80,\"hostPort\":0}")]
    [InlineData("bridge", "{\"containerPort\":80,\"hostPort\":80}", "{\"containerPort\":80,\"hostPort\":80,\"protocol\":\"udp\"}")]
    public void Ports_ThatDoNotMeet_AreInOrder(string mode, string first, string second) => RuleBench.FindsNothing("BG125", Two(mode, first, second));

    private static string Two(string mode, string first, string second) =>
        $"{{\"family\":\"f\",\"networkMode\":\"{mode}\",\"containerDefinitions\":[{{\"name\":\"a\",\"portMappings\":[{first}]}},\n{{\"name\":\"b\",\"portMappings\":[{second}]}}]}}";
}
