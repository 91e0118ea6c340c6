namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class RuntimePlatformRuleTests
{
    [Fact]
    public void Arm_WithWindows_IsAnError() =>
        RuleBench.Finds(
            "BG120",
            FindingSeverity.Error,
            "runtimePlatform.cpuArchitecture",
            "*ARM64*WINDOWS_SERVER_2022_CORE*X86_64*",
            RuleBench.Task("\"image\":\"i\"", "\"runtimePlatform\":{\"operatingSystemFamily\":\"WINDOWS_SERVER_2022_CORE\",\"cpuArchitecture\":§\"ARM64\"},"));

    [Theory]
    [InlineData("512")]
    [InlineData("8192")]
    public void Windows_OnFargateWithAnotherSize_IsAnErrorAtTheCpu(string cpu) =>
        RuleBench.Finds("BG120", FindingSeverity.Error, "cpu", $"*{cpu}*1024 to 4096*", RuleBench.Fargate("\"image\":\"i\"", $"\"cpu\":§\"{cpu}\",\"runtimePlatform\":{{\"operatingSystemFamily\":\"WINDOWS_SERVER_2022_CORE\"}},"));

    [Theory]
    [InlineData("\"cpu\":\"1 vCPU\",\"runtimePlatform\":{\"operatingSystemFamily\":\"WINDOWS_SERVER_2022_CORE\",\"cpuArchitecture\":\"X86_64\"},")]
    [InlineData("\"cpu\":\"256\",\"runtimePlatform\":{\"operatingSystemFamily\":\"LINUX\",\"cpuArchitecture\":\"ARM64\"},")]
    [InlineData("\"cpu\":\"256\",")]
    public void Platform_ThatExists_IsInOrder(string task) => RuleBench.FindsNothing("BG120", RuleBench.Fargate("\"image\":\"i\"", task));
}
