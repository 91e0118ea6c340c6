namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG117: the task's CPU and memory are understood, and a size that Fargate has.</summary>
internal sealed class TaskSizeRule() : TaskDefinitionRule("BG117")
{
    // In the current documentation and refused by ECS in August 2026.
    private const int Disputed = 32768;

    private const string Fix = "Choose a pair that Fargate has, such as 256 and 512, or 1024 and 2048.";

    protected override void Check(TaskDefinition definition, Report report)
    {
        var isForFargate = definition.IsForFargate();
        var cpu = Read("cpu", definition.Cpu, definition.CpuUnits, "256, or vCPUs such as .25 vCPU", isForFargate, report);
        var memory = Read("memory", definition.Memory, definition.MemoryMiB, "512, or GB such as 1 GB", isForFargate, report);
        if (isForFargate && cpu is { } units)
        {
            CheckPair(units, memory, report);
        }
    }

    private static int? Read(string member, string? text, int? size, string allowed, bool isForFargate, Report report)
    {
        if (string.IsNullOrEmpty(text))
        {
            if (isForFargate)
            {
                report.Error($"{member}", $"The task's {member} is missing; Fargate needs it for the whole task.", Fix);
            }

            return null;
        }

        if (size is null && !text.HasPlaceholder())
        {
            report.Error($"{member}", $"The task's {member} is \"{text}\"; understood is a whole number such as {allowed}.", "Write the number without other units.");
        }

        return size;
    }

    private static void CheckPair(int cpu, int? memory, Report report)
    {
        if (cpu == Disputed)
        {
            report.Warning($"cpu", $"32 vCPU may be refused: the documentation has this size, not every region does.", "Try it with RegisterTaskDefinition in the region, or choose 16384.");
            return;
        }

        FargateSize? size = null;
        foreach (var candidate in FargateSize.All)
        {
            size = candidate.Cpu == cpu ? candidate : size;
        }

        if (size is null)
        {
            report.Error($"cpu", $"The task's cpu is {cpu}; Fargate has {string.Join(", ", FargateSize.All.Select(known => known.Cpu))}.", Fix);
        }
        else if (memory is { } found && !size.Allows(found))
        {
            report.Error($"memory", $"The task's memory is {found} MiB; with cpu {cpu} Fargate has {size.Memory} MiB.{OtherCpu(found)}", Fix);
        }
    }

    private static string OtherCpu(int memory)
    {
        var others = FargateSize.All.Where(size => size.Allows(memory)).Select(size => size.Cpu).ToList();
        return others.Count == 0 ? string.Empty : FormattableString.Invariant($" {memory} MiB go with cpu {string.Join(" or ", others)}.");
    }
}
