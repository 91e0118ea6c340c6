namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG120: operating system, processor and size go together.</summary>
internal sealed class RuntimePlatformRule() : TaskDefinitionRule("BG120")
{
    private const int LeastForWindows = 1024;
    private const int MostForWindows = 4096;

    protected override void Check(TaskDefinition definition, Report report)
    {
        if (!definition.IsForWindows())
        {
            return;
        }

        if (definition.RuntimePlatform?.CpuArchitecture == CpuArchitecture.Arm64)
        {
            report.Error($"runtimePlatform.cpuArchitecture", $"The processor is ARM64, and {definition.RuntimePlatform.OperatingSystemFamily} runs on X86_64 only.", "Set cpuArchitecture to X86_64, or run Linux.");
        }

        if (definition.IsForFargate() && definition.CpuUnits is < LeastForWindows or > MostForWindows)
        {
            report.Error($"cpu", $"The task's cpu is {definition.Cpu}; Windows on Fargate has {LeastForWindows} to {MostForWindows}.", "Choose 1024, 2048 or 4096.");
        }
    }
}
