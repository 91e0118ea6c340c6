namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG125: a port is mapped once.</summary>
internal sealed class PortTwiceRule() : TaskDefinitionRule("BG125")
{
    protected override void Check(TaskDefinition definition, Report report)
    {
        var containers = definition.ContainerDefinitions;
        for (var i = 0; i < containers.Count; i++)
        {
            for (var j = 0; j < containers[i].PortMappings.Count; j++)
            {
                Compare(definition, i, j, report);
            }
        }
    }

    // A mapping with those before it; what is wrong with it is said once.
    private static void Compare(TaskDefinition definition, int i, int j, Report report)
    {
        var containers = definition.ContainerDefinitions;
        var mapping = containers[i].PortMappings[j];
        for (var k = 0; k <= i; k++)
        {
            var earlier = containers[k].PortMappings;
            for (var m = 0; m < (k == i ? j : earlier.Count); m++)
            {
                if (k == i && IsSameContainerPort(mapping, earlier[m]))
                {
                    Within(containers[i], mapping, earlier[m], Path(i, j), report);
                    return;
                }

                if (IsSameProtocol(mapping, earlier[m]) && Meet(definition, mapping, earlier[m]))
                {
                    Between(definition, mapping, containers[k], Path(i, j), report);
                    return;
                }
            }
        }
    }

    private static void Within(ContainerDefinition container, PortMapping mapping, PortMapping earlier, FormattableString path, Report report)
    {
        if (IsSameProtocol(mapping, earlier))
        {
            report.Warning(path, $"Container \"{container.Name}\" maps its port {mapping.ContainerPort} twice.", "Leave one of the mappings out.");
        }
        else
        {
            report.Error(path, $"Container \"{container.Name}\" maps its port {mapping.ContainerPort} for tcp and for udp; ECS maps a container port for one protocol.", "Let the container listen on another port for the second protocol.");
        }
    }

    private static void Between(TaskDefinition definition, PortMapping mapping, ContainerDefinition other, FormattableString path, Report report)
    {
        if (definition.SharesNetwork())
        {
            report.Warning(
                path,
                $"Port {mapping.ContainerPort} is mapped by container \"{other.Name}\" already. With networkMode {definition.NetworkMode} the containers share one network, in which a port can be listened on once.",
                "Let one of the containers listen on another port.");
        }
        else
        {
            report.Error(path, $"Host port {mapping.HostPort} is mapped by container \"{other.Name}\" already; a host gives a port once.", "Leave hostPort out for a port that the host chooses, or choose another one.");
        }
    }

    // In a shared network it is the container port that is taken, on a bridge the host port that was asked for.
    private static bool Meet(TaskDefinition definition, PortMapping mapping, PortMapping earlier) =>
        definition.SharesNetwork() ? IsSameContainerPort(mapping, earlier) : mapping.HostPort is { } host && host != 0 && host == earlier.HostPort;

    private static FormattableString Path(int i, int j) => $"containerDefinitions[{i}].portMappings[{j}]";

    private static bool IsSameContainerPort(PortMapping one, PortMapping other) => one.ContainerPort is { } port && port == other.ContainerPort;

    private static bool IsSameProtocol(PortMapping one, PortMapping other) => (one.Protocol ?? TransportProtocol.Tcp) == (other.Protocol ?? TransportProtocol.Tcp);
}
