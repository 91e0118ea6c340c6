namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG122: containers have nothing that their network mode does not have.</summary>
internal sealed class NetworkModeMembersRule() : ContainerRule("BG122")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        var mode = report.Definition.NetworkMode;
        if (mode == NetworkMode.None && container.PortMappings.Count > 0)
        {
            report.Error($"portMappings", $"Container \"{container.Name}\" maps ports; with networkMode none there is no network to map them to.", "Leave the port mappings out, or choose another network mode.");
        }

        var isAwsvpc = mode == NetworkMode.Awsvpc;
        if (isAwsvpc && !string.IsNullOrEmpty(container.Hostname))
        {
            Refuse("hostname", mode, container, report);
        }

        if (report.Definition.IsForFargate())
        {
            return; // Links and extra hosts are not supported there at all, whatever the mode.
        }

        if (isAwsvpc && container.ExtraHosts.Count > 0)
        {
            Refuse("extraHosts", mode, container, report);
        }

        if (container.Links.Count > 0 && mode is not null && mode != NetworkMode.Bridge)
        {
            Refuse("links", mode, container, report);
        }
    }

    private static void Refuse(string member, NetworkMode? mode, ContainerDefinition container, Report report) =>
        report.Error($"{member}", $"Container \"{container.Name}\" has {member}, which networkMode {mode} does not have.", "Leave it out; containers of a task reach each other by localhost where they share a network.");
}
