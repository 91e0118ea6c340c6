namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG123: where containers share a network, a host port is the container port.</summary>
internal sealed class HostPortRule() : ContainerRule("BG123")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        if (!report.Definition.SharesNetwork())
        {
            return;
        }

        var mappings = container.PortMappings;
        for (var i = 0; i < mappings.Count; i++)
        {
            if (mappings[i] is { HostPort: { } host and not 0, ContainerPort: { } port } && host != port)
            {
                report.Error(
                    $"portMappings[{i}].hostPort",
                    $"The host port is {host} and the container port {port}; with networkMode {report.Definition.NetworkMode} they are the same.",
                    "Leave hostPort out. The load balancer's target group may use any port of its own.");
            }
        }
    }
}
