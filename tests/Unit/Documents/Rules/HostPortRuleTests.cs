namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class HostPortRuleTests
{
    [Theory]
    [InlineData("awsvpc")]
    [InlineData("host")]
    public void HostPort_OtherThanTheContainers_IsAnErrorThere(string mode) =>
        RuleBench.Finds(
            "BG123",
            FindingSeverity.Error,
            "containerDefinitions[0].portMappings[1].hostPort",
            $"*host port is 8080*container port 80*{mode}*",
            RuleBench.Task("\"portMappings\":[{\"containerPort\":443},\n{\"containerPort\":80,\"hostPort\": §8080}]", $"\"networkMode\":\"{mode}\","));

    [Theory]
    [InlineData("awsvpc", "\"hostPort\":80,")]
    [InlineData("awsvpc", "\"hostPort\":0,")]
    [InlineData("awsvpc", "")]
    [InlineData("bridge", "\"hostPort\":8080,")]
    public void HostPort_SameOrNoneOrOnABridge_IsInOrder(string mode, string host) =>
        RuleBench.FindsNothing("BG123", RuleBench.Task($"\"portMappings\":[{{{host}\"containerPort\":80}}]", $"\"networkMode\":\"{mode}\","));
}
