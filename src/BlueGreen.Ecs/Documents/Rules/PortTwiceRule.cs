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
                var found = k == i && IsSameContainerPort(mapping, earlier[m])
                    ? WithinContainer(containers[i], mapping, earlier[m])
                    : Between(definition, mapping, earlier[m], containers[k]);
                if (found is var (severity, message, fix))
                {
                    report.Add(severity, $"containerDefinitions[{i}].portMappings[{j}]", message, fix);
                    return;
                }
            }
        }
    }

    private static (FindingSeverity Severity, FormattableString Message, string Fix)? WithinContainer(ContainerDefinition container, PortMapping mapping, PortMapping earlier) =>
        IsSameProtocol(mapping, earlier)
            ? (FindingSeverity.Warning, $"Container \"{container.Name}\" maps its port {mapping.ContainerPort} twice.", "Leave one of the mappings out.")
            : (FindingSeverity.Error, $"Container \"{container.Name}\" maps its port {mapping.ContainerPort} for tcp and for udp; ECS maps a container port for one protocol.", "Let the container listen on another port for the second protocol.");

    private static (FindingSeverity Severity, FormattableString Message, string Fix)? Between(TaskDefinition definition, PortMapping mapping, PortMapping earlier, ContainerDefinition other)
    {
        if (!IsSameProtocol(mapping, earlier))
        {
            return null;
        }

        if (definition.SharesNetwork())
        {
            return IsSameContainerPort(mapping, earlier)
                ? (FindingSeverity.Warning, $"Port {mapping.ContainerPort} is mapped by container \"{other.Name}\" already. With networkMode {definition.NetworkMode} the containers share one network, in which a port can be listened on once.", "Let one of the containers listen on another port.")
                : null;
        }

        return mapping.HostPort is { } host and not 0 && host == earlier.HostPort
            ? (FindingSeverity.Error, $"Host port {host} is mapped by container \"{other.Name}\" already; a host gives a port once.", "Leave hostPort out for a port that the host chooses, or choose another one.")
            : null;
    }

    private static bool IsSameContainerPort(PortMapping one, PortMapping other) => one.ContainerPort is { } port && port == other.ContainerPort;

    private static bool IsSameProtocol(PortMapping one, PortMapping other) => (one.Protocol ?? "tcp") == (other.Protocol ?? "tcp");
}
