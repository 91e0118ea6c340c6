namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class KnownValueRuleTests
{
    [Theory]
    [InlineData("networkMode", "awsVpc", "*\"awsVpc\"*awsvpc, bridge, host, none*")]
    [InlineData("pidMode", "all", "*host, task*")]
    [InlineData("ipcMode", "all", "*host, task, none*")]
    public void TasksWord_NotKnown_IsAWarningThere(string member, string word, string message) =>
        RuleBench.Finds("BG149", FindingSeverity.Warning, member, message, RuleBench.Task("\"cpu\":1", $"\"{member}\":§\"{word}\","));

    [Theory]
    [InlineData("cpuArchitecture", "arm64", "*X86_64, ARM64*")]
    [InlineData("operatingSystemFamily", "Linux", "*LINUX*")]
    public void Platform_NotKnown_IsAWarningThere(string member, string word, string message) =>
        RuleBench.Finds("BG149", FindingSeverity.Warning, $"runtimePlatform.{member}", message, RuleBench.Task("\"cpu\":1", $"\"runtimePlatform\":{{\"{member}\":§\"{word}\"}},"));

    // All rules of Fargate hang on this word.
    [Fact]
    public void Compatibility_NotKnown_IsAWarningThere() =>
        RuleBench.Finds("BG149", FindingSeverity.Warning, "requiresCompatibilities[1]", "*\"Fargate\"*FARGATE, EC2*", RuleBench.Task("\"cpu\":1", "\"requiresCompatibilities\":[\"EC2\",§\"Fargate\"],"));

    [Theory]
    [InlineData("\"portMappings\":[{\"containerPort\":80},{\"containerPort\":81,\"protocol\":§\"TCP\"}]", "portMappings[1].protocol", "*tcp, udp*")]
    [InlineData("\"portMappings\":[{\"containerPort\":81,\"appProtocol\":§\"https\"}]", "portMappings[0].appProtocol", "*http, http2, grpc*")]
    [InlineData("\"logConfiguration\":{\"logDriver\":§\"cloudwatch\"}", "logConfiguration.logDriver", "*awslogs*")]
    public void ContainersWord_NotKnown_IsAWarningThere(string container, string path, string message) =>
        RuleBench.Finds("BG149", FindingSeverity.Warning, $"containerDefinitions[0].{path}", message, RuleBench.Task(container));

    [Theory]
    [InlineData("\"networkMode\":\"none\",\"pidMode\":\"task\",\"ipcMode\":\"none\",\"runtimePlatform\":{\"cpuArchitecture\":\"ARM64\",\"operatingSystemFamily\":\"LINUX\"},\"requiresCompatibilities\":[\"MANAGED_INSTANCES\"],")]
    [InlineData("\"networkMode\":\"<MODE>\",\"runtimePlatform\":{\"operatingSystemFamily\":\"WINDOWS_SERVER_2030_CORE\"},")]
    [InlineData("")]
    public void Words_Known_AreInOrder(string task) =>
        RuleBench.FindsNothing("BG149", RuleBench.Task("\"portMappings\":[{\"containerPort\":80,\"protocol\":\"udp\",\"appProtocol\":\"grpc\"}],\"logConfiguration\":{\"logDriver\":\"json-file\"}", task));
}
