namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class PortNumberRuleTests
{
    [Theory]
    [InlineData("containerPort", 0)]
    [InlineData("containerPort", 65536)]
    public void ContainerPort_ThatIsNone_IsAnErrorThere(string member, int port) =>
        RuleBench.Finds("BG124", FindingSeverity.Error, $"containerDefinitions[0].portMappings[0].{member}", $"*{port}*1 to 65535*", RuleBench.Task($"\"portMappings\":[{{\"{member}\": §{port}}}]"));

    [Theory]
    [InlineData(-1)]
    [InlineData(70000)]
    public void HostPort_ThatIsNone_IsAnErrorThere(int port) =>
        RuleBench.Finds("BG124", FindingSeverity.Error, "containerDefinitions[0].portMappings[0].hostPort", $"*{port}*1 to 65535*", RuleBench.Task($"\"portMappings\":[{{\"containerPort\":80,\"hostPort\": §{port}}}]"));

    [Fact]
    public void Mapping_WithoutPort_IsAnError() =>
        RuleBench.Finds("BG124", FindingSeverity.Error, "containerDefinitions[0].portMappings[0]", "*neither containerPort nor containerPortRange*", RuleBench.Task("\"portMappings\":[ §{\"protocol\":\"tcp\"}]"));

    [Theory]
    [InlineData("{\"containerPort\":1,\"hostPort\":0}")]
    [InlineData("{\"containerPort\":65535,\"hostPort\":65535}")]
    [InlineData("{\"containerPortRange\":\"8000-8010\"}")]
    public void Ports_ThatExist_AreInOrder(string mapping) => RuleBench.FindsNothing("BG124", RuleBench.Task($"\"portMappings\":[{mapping}]"));
}
