namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG124: a port mapping has ports that exist.</summary>
internal sealed class PortNumberRule() : ContainerRule("BG124")
{
    private const int Most = 65535;

    protected override void Check(ContainerDefinition container, Report report)
    {
        var mappings = container.PortMappings;
        for (var i = 0; i < mappings.Count; i++)
        {
            var mapping = mappings[i];
            if (mapping.ContainerPort is < 1 or > Most)
            {
                report.Error($"portMappings[{i}].containerPort", $"The container port is {mapping.ContainerPort}; allowed are 1 to {Most}.", "Write the port on which the container listens.");
            }
            else if (mapping is { ContainerPort: null, ContainerPortRange: null })
            {
                report.Error($"portMappings[{i}]", $"A port mapping of container \"{container.Name}\" has neither containerPort nor containerPortRange.", "Write the port on which the container listens, or leave the mapping out.");
            }

            if (mapping.HostPort is < 0 or > Most)
            {
                report.Error($"portMappings[{i}].hostPort", $"The host port is {mapping.HostPort}; allowed are 1 to {Most}, and 0 for a port that the host chooses.", "Leave hostPort out, or write a port.");
            }
        }
    }
}
