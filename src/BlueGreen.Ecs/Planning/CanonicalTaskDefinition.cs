using System.Globalization;

namespace BlueGreen.Ecs.Planning;

/// <summary>
/// The form in which two task definitions can be compared: what ECS fills in when it registers one is filled in, units are numbers, and lists whose
/// order means nothing are sorted. Equal forms run the same.
/// </summary>
internal static class CanonicalTaskDefinition
{
    public static TaskDefinition Of(TaskDefinition definition) => definition with
    {
        Cpu = Units(definition.Cpu, "VCPU"),
        Memory = Units(definition.Memory, "GB"),
        RequiresCompatibilities = definition.RequiresCompatibilities.OrderBy(item => item.Value, StringComparer.Ordinal).ToEquatableArray(),
        ContainerDefinitions = definition.ContainerDefinitions
            .OrderBy(container => container.Name, StringComparer.Ordinal)
            .Select(container => Of(container, definition.NetworkMode?.Value))
            .ToEquatableArray(),
        RuntimePlatform = definition.RuntimePlatform is { } platform ? platform with { Additional = [] } : null,
        Tags = [],
        Additional = [],
    };

    private static ContainerDefinition Of(ContainerDefinition container, string? networkMode) => container with
    {
        Cpu = container.Cpu ?? 0,
        Essential = container.Essential ?? true,
        PortMappings = container.PortMappings.Select(mapping => Of(mapping, networkMode)).ToEquatableArray(),
        Environment = ByName(container.Environment),
        Secrets = container.Secrets.OrderBy(secret => secret.Name, StringComparer.Ordinal).ToEquatableArray(),
        LogConfiguration = container.LogConfiguration is { } log ? log with { Options = ByName(log.Options), Additional = [] } : null,
        HealthCheck = container.HealthCheck is { } check
            ? check with { Interval = check.Interval ?? 30, Timeout = check.Timeout ?? 5, Retries = check.Retries ?? 3, Additional = [] }
            : null,
        DockerLabels = ByName(container.DockerLabels),
        Additional = [],
    };

    private static PortMapping Of(PortMapping mapping, string? networkMode) => mapping with
    {
        Protocol = mapping.Protocol ?? TransportProtocol.Tcp,
        HostPort = mapping.HostPort ?? (networkMode is "awsvpc" or "host" ? mapping.ContainerPort : 0),
        Additional = [],
    };

    private static EquatableArray<NamedValue> ByName(EquatableArray<NamedValue> values) =>
        values.OrderBy(value => value.Name, StringComparer.Ordinal).ToEquatableArray();

    // "1 vCPU" and "1024", "2 GB" and "2048": a unit counts 1024.
    private static string? Units(string? text, string unit)
    {
        if (text is null || text.ToUpperInvariant() is not { } upper || !upper.EndsWith(unit, StringComparison.Ordinal))
        {
            return text;
        }

        return double.TryParse(upper.AsSpan(0, upper.Length - unit.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? ((long)Math.Round(number * 1024)).ToString(CultureInfo.InvariantCulture)
            : text;
    }
}
