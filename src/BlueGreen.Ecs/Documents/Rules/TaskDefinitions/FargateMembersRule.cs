namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG144: nothing is asked of Fargate that only instances have.</summary>
internal sealed class FargateMembersRule() : TaskDefinitionRule("BG144")
{
    private const string Fix = "Leave it out, or run the task on instances.";

    protected override void Check(TaskDefinition definition, Report report)
    {
        if (!definition.IsForFargate())
        {
            return;
        }

        Refuse("placementConstraints", definition.PlacementConstraints.Count > 0, report);
        Refuse("ipcMode", definition.IpcMode is not null, report);
        if (definition.PidMode is { } mode && mode != PidMode.Task)
        {
            report.Error($"pidMode", $"pidMode is {mode}; Fargate has task only.", Fix);
        }

        for (var i = 0; i < definition.Volumes.Count; i++)
        {
            if (definition.Volumes[i].DockerVolumeConfiguration is not null)
            {
                report.Error($"volumes[{i}].dockerVolumeConfiguration", $"The volume \"{definition.Volumes[i].Name}\" is one of Docker, which Fargate does not have.", Fix);
            }

            if (!string.IsNullOrEmpty(definition.Volumes[i].Host?.SourcePath))
            {
                report.Error($"volumes[{i}].host.sourcePath", $"The volume \"{definition.Volumes[i].Name}\" is a directory of the host, which Fargate does not have.", Fix);
            }
        }

        for (var i = 0; i < definition.ContainerDefinitions.Count; i++)
        {
            report.Container = i;
            Check(definition.ContainerDefinitions[i], report);
        }
    }

    private static void Check(ContainerDefinition container, Report report)
    {
        Refuse("disableNetworking", container.DisableNetworking is true, report);
        Refuse("dnsServers", container.DnsServers.Count > 0, report);
        Refuse("dnsSearchDomains", container.DnsSearchDomains.Count > 0, report);
        Refuse("dockerSecurityOptions", container.DockerSecurityOptions.Count > 0, report);
        Refuse("extraHosts", container.ExtraHosts.Count > 0, report);
        Refuse("links", container.Links.Count > 0, report);
        Refuse("privileged", container.Privileged is true, report);
        for (var i = 0; i < container.ResourceRequirements.Count; i++)
        {
            if (container.ResourceRequirements[i].Type == ResourceType.Gpu)
            {
                report.Error($"resourceRequirements[{i}]", $"Container \"{container.Name}\" wants a GPU, which Fargate does not have.", Fix);
            }
        }

        if (container.LinuxParameters is { } linux)
        {
            Check(linux, report);
        }
    }

    private static void Check(LinuxParameters linux, Report report)
    {
        Refuse("linuxParameters.devices", linux.Devices.Count > 0, report);
        Refuse("linuxParameters.maxSwap", linux.MaxSwap is not null, report);
        Refuse("linuxParameters.sharedMemorySize", linux.SharedMemorySize is not null, report);
        Refuse("linuxParameters.swappiness", linux.Swappiness is not null, report);
        Refuse("linuxParameters.tmpfs", linux.Tmpfs.Count > 0, report);
        var added = linux.Capabilities?.Add ?? [];
        for (var i = 0; i < added.Count; i++)
        {
            if (added[i] != "SYS_PTRACE")
            {
                report.Error($"linuxParameters.capabilities.add[{i}]", $"The capability {added[i]} is added; Fargate lets SYS_PTRACE be added only.", Fix);
            }
        }
    }

    private static void Refuse(string member, bool isUsed, Report report)
    {
        if (isUsed)
        {
            report.Error($"{member}", $"{member[(member.LastIndexOf('.') + 1)..]} is set, which Fargate does not have.", Fix);
        }
    }
}
