using System.Globalization;

namespace BlueGreen.Ecs.Documents;

/// <summary>What an AppSpec names and its task definition does not have.</summary>
/// <param name="Member">The AppSpec's member that is wrong.</param>
/// <param name="Message">What was found, and what is allowed.</param>
internal sealed record AppSpecMismatch(string Member, string Message)
{
    public static AppSpecMismatch? Find(AppSpec spec, TaskDefinition definition)
    {
        if (definition.FindContainer(spec.ContainerName) is not { } container)
        {
            return new("ContainerName", $"The container \"{spec.ContainerName}\" is not in the task definition, which has {Names(definition)}.");
        }

        var ports = container.PortMappings.Select(mapping => mapping.ContainerPort).OfType<int>().ToList();
        return ports.Contains(spec.ContainerPort)
            ? null
            : new("ContainerPort", string.Create(CultureInfo.InvariantCulture, $"The port {spec.ContainerPort} is not mapped by container \"{container.Name}\", which maps {(ports.Count == 0 ? "none" : string.Join(", ", ports))}."));
    }

    private static string Names(TaskDefinition definition) => string.Join(", ", definition.ContainerDefinitions.Select(container => $"\"{container.Name}\""));
}
