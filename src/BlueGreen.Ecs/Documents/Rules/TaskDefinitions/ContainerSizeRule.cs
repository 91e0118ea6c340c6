namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG118: containers have memory, and together no more than their task.</summary>
internal sealed class ContainerSizeRule() : TaskDefinitionRule("BG118")
{
    private const string Fix = "Give the task more, or the containers less.";

    protected override void Check(TaskDefinition definition, Report report)
    {
        var (taskCpu, taskMemory) = (definition.CpuUnits, definition.MemoryMiB);
        var (units, reserved) = (0L, 0L);
        for (var i = 0; i < definition.ContainerDefinitions.Count; i++)
        {
            var container = definition.ContainerDefinitions[i];
            report.Container = i;
            CheckMemory(container, taskMemory, string.IsNullOrEmpty(definition.Memory), report);
            units += container.Cpu ?? 0;
            reserved += container.MemoryReservation ?? container.Memory ?? 0;
        }

        report.Container = null;
        if (units > taskCpu)
        {
            report.Error($"cpu", $"The containers have {units} CPU units together, and the task {taskCpu}.", Fix);
        }

        if (reserved > taskMemory)
        {
            report.Warning($"memory", $"The containers reserve {reserved} MiB together, and the task has {taskMemory}.", Fix);
        }
    }

    private static void CheckMemory(ContainerDefinition container, int? taskMemory, bool hasTaskNone, Report report)
    {
        if (hasTaskNone && container is { Memory: null, MemoryReservation: null } && !report.Definition.IsForFargate())
        {
            report.Error($"memory", $"Container \"{container.Name}\" has neither memory nor memoryReservation, and the task no memory either; one of the three is needed.", "Set the task's memory, or one of the container's.");
        }

        if (container.Memory < container.MemoryReservation)
        {
            report.Error($"memory", $"Container \"{container.Name}\" may use {container.Memory} MiB, less than the {container.MemoryReservation} MiB that are reserved for it.", "Make memory at least as large as memoryReservation.");
        }

        if (container.Memory > taskMemory)
        {
            report.Error($"memory", $"Container \"{container.Name}\" has {container.Memory} MiB, and its task {taskMemory}.", Fix);
        }
    }
}
