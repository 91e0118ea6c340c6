namespace BlueGreen.Ecs.Tests.Unit.TaskDefinitions;

public sealed class SizeTests
{
    [Theory]
    [InlineData("256", 256)]
    [InlineData(" 1024 ", 1024)]
    [InlineData(".25 vCPU", 256)]
    [InlineData(".5 vCPU", 512)]
    [InlineData("0.5 vcpu", 512)]
    [InlineData("1 vcpu", 1024)]
    [InlineData("1vCPU", 1024)]
    [InlineData("16 VCPU", 16384)]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("vCPU", null)]
    [InlineData("1 GB", null)]
    [InlineData("-1", null)]
    [InlineData("-1 vCPU", null)]
    [InlineData("1.5", null)]
    [InlineData("1,024", null)]
    [InlineData("much", null)]
    [InlineData("99999999999", null)]
    [InlineData("99999999999999999999999999999999 vCPU", null)]
    public void CpuUnits_AsAwsUnderstandsThem(string? cpu, int? units) => new TaskDefinition { Family = "web", Cpu = cpu }.CpuUnits.Should().Be(units);

    [Theory]
    [InlineData("512", 512)]
    [InlineData("1 GB", 1024)]
    [InlineData("2GB", 2048)]
    [InlineData("0.5 gb", 512)]
    [InlineData("244 GB", 249856)]
    [InlineData("1 vCPU", null)]
    [InlineData("1 MB", null)]
    [InlineData("GB", null)]
    [InlineData("3000000 GB", null)]
    [InlineData(null, null)]
    public void MemoryMiB_AsAwsUnderstandsIt(string? memory, int? size) => new TaskDefinition { Family = "web", Memory = memory }.MemoryMiB.Should().Be(size);
}
