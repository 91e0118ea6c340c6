namespace BlueGreen.Ecs.Tests.Unit.Documents.Rules;

public sealed class TaskSizeRuleTests
{
    [Theory]
    [InlineData("256", "4096", "*4096 MiB*cpu 256*512, 1024 or 2048 MiB*cpu 512 or 1024 or 2048*")]
    [InlineData("512", "512", "*512 MiB*1024 to 4096 in steps of 1024*cpu 256*")]
    [InlineData("1 vCPU", "9 GB", "*9216 MiB*cpu 1024*2048 to 8192*")]
    [InlineData("8192", "17408", "*16384 to 61440 in steps of 4096*")]
    [InlineData("16384", "131072", "*32768 to 122880 in steps of 8192 MiB.")]
    public void Memory_ThatFargateHasNotWithTheCpu_IsAnErrorWithWhatItHas(string cpu, string memory, string message) =>
        RuleBench.Finds("BG117", FindingSeverity.Error, "memory", message, Fargate($"\"{cpu}\"", $"§\"{memory}\""));

    [Theory]
    [InlineData("128")]
    [InlineData("300")]
    [InlineData("3 vCPU")]
    public void Cpu_ThatFargateHasNot_IsAnErrorWithWhatItHas(string cpu) =>
        RuleBench.Finds("BG117", FindingSeverity.Error, "cpu", "*Fargate has 256, 512, 1024, 2048, 4096, 8192, 16384.", Fargate($"§\"{cpu}\"", "\"512\""));

    [Fact]
    public void Cpu_32vCpu_MayBeRefused() => RuleBench.Finds("BG117", FindingSeverity.Warning, "cpu", "*32 vCPU may be refused*", Fargate("§\"32768\"", "\"122880\""));

    [Theory]
    [InlineData("much")]
    [InlineData("256 units")]
    [InlineData("-256")]
    [InlineData("0.25")]
    public void Cpu_NotUnderstood_IsAnErrorAlsoElsewhere(string cpu) =>
        RuleBench.Finds("BG117", FindingSeverity.Error, "cpu", $"*\"{cpu}\"*whole number*vCPU*", $"{{\"family\":\"f\",\"cpu\":§\"{cpu}\",\"containerDefinitions\":[]}}");

    [Fact]
    public void Sizes_MissingOnFargate_AreErrorsOfTheDocument() =>
        RuleBench.Check("BG117", RuleBench.Fargate("\"image\":\"i\"")).Select(finding => finding.ToString()).Should().SatisfyRespectively(
            cpu => cpu.Should().Match("BG117 error taskdef.json:1:1: The task's cpu is missing*"),
            memory => memory.Should().Match("BG117 error taskdef.json:1:1: The task's memory is missing*"));

    [Theory]
    [InlineData("\"256\"", "\"512\"")]
    [InlineData("256", "2048")]
    [InlineData("\".25 vCPU\"", "\"0.5GB\"")]
    [InlineData("\"4096\"", "\"30720\"")]
    [InlineData("\"8192\"", "\"20480\"")]
    [InlineData("\"16 vCPU\"", "\"120 GB\"")]
    [InlineData("\"<CPU>\"", "\"<MEMORY>\"")]
    public void Sizes_ThatFargateHas_AreInOrder(string cpu, string memory) => RuleBench.FindsNothing("BG117", Fargate(cpu, memory));

    [Fact]
    public void Sizes_Elsewhere_AreFree() => RuleBench.FindsNothing("BG117", "{\"family\":\"f\",\"cpu\":\"300\",\"memory\":\"300\",\"containerDefinitions\":[]}");

    private static string Fargate(string cpu, string memory) => RuleBench.Fargate("\"image\":\"i\"", $"\n\"cpu\":{cpu},\n\"memory\": {memory},");
}
