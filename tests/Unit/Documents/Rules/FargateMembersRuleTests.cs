namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class FargateMembersRuleTests
{
    public static TheoryData<string, string> OfContainers => new()
    {
        { "disableNetworking", "true" },
        { "dnsServers", "[\"10.0.0.2\"]" },
        { "dnsSearchDomains", "[\"example.com\"]" },
        { "dockerSecurityOptions", "[\"label:x\"]" },
        { "extraHosts", "[{\"hostname\":\"db\",\"ipAddress\":\"10.0.0.1\"}]" },
        { "links", "[\"db\"]" },
        { "privileged", "true" },
    };

    public static TheoryData<string, string> OfLinux => new()
    {
        { "devices", "[{\"hostPath\":\"/dev/x\"}]" },
        { "maxSwap", "1" },
        { "sharedMemorySize", "64" },
        { "swappiness", "60" },
        { "tmpfs", "[{\"containerPath\":\"/tmp\",\"size\":64}]" },
    };

    [Theory]
    [MemberData(nameof(OfContainers))]
    public void ContainersMember_ThatFargateHasNot_IsAnErrorThere(string member, string value)
    {
        var container = $"\n\"{member}\": §{value}";

        RuleBench.Finds("BG144", FindingSeverity.Error, $"containerDefinitions[0].{member}", $"*{member}*Fargate*", RuleBench.Fargate(container));
        RuleBench.FindsNothing("BG144", RuleBench.Task(container).Replace("§", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OfLinux))]
    public void LinuxParameter_ThatFargateHasNot_IsAnErrorThere(string member, string value) =>
        RuleBench.Finds("BG144", FindingSeverity.Error, $"containerDefinitions[0].linuxParameters.{member}", $"*{member}*Fargate*", RuleBench.Fargate($"\"linuxParameters\":{{\"{member}\":§{value}}}"));

    [Theory]
    [InlineData("\"placementConstraints\":§[{\"type\":\"memberOf\",\"expression\":\"x\"}],", "placementConstraints", "*placementConstraints*")]
    [InlineData("\"ipcMode\":§\"task\",", "ipcMode", "*ipcMode*")]
    [InlineData("\"pidMode\":§\"host\",", "pidMode", "*host*task only*")]
    [InlineData("\"volumes\":[{\"name\":\"v\",\"dockerVolumeConfiguration\":§{\"scope\":\"task\"}}],", "volumes[0].dockerVolumeConfiguration", "*\"v\"*Docker*")]
    [InlineData("\"volumes\":[{\"name\":\"v\",\"host\":{\"sourcePath\":§\"/data\"}}],", "volumes[0].host.sourcePath", "*\"v\"*directory of the host*")]
    public void TasksMember_ThatFargateHasNot_IsAnErrorThere(string task, string path, string message) => RuleBench.Finds("BG144", FindingSeverity.Error, path, message, RuleBench.Fargate("\"cpu\":1", task));

    [Fact]
    public void Capability_OtherThanPtrace_IsAnErrorThere() =>
        RuleBench.Finds("BG144", FindingSeverity.Error, "containerDefinitions[0].linuxParameters.capabilities.add[1]", "*NET_ADMIN*SYS_PTRACE*", RuleBench.Fargate("\"linuxParameters\":{\"capabilities\":{\"add\":[\"SYS_PTRACE\",§\"NET_ADMIN\"]}}"));

    [Fact]
    public void Gpu_IsAnErrorThere() =>
        RuleBench.Finds("BG144", FindingSeverity.Error, "containerDefinitions[0].resourceRequirements[0]", "*\"web\" wants a GPU*", RuleBench.Fargate("\"resourceRequirements\":[§{\"type\":\"GPU\",\"value\":\"1\"}]"));

    [Theory]
    [InlineData("\"disableNetworking\":false,\"privileged\":false,\"links\":[],\"linuxParameters\":{\"initProcessEnabled\":true,\"capabilities\":{\"add\":[\"SYS_PTRACE\"],\"drop\":[\"ALL\"]}}", "\"pidMode\":\"task\",")]
    [InlineData("\"cpu\":1", "\"volumes\":[{\"name\":\"scratch\",\"host\":{}},{\"name\":\"files\",\"efsVolumeConfiguration\":{\"fileSystemId\":\"fs-1\"}}],")]
    public void Members_ThatFargateHas_AreInOrder(string container, string task) => RuleBench.FindsNothing("BG144", RuleBench.Fargate(container, task));
}
