namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG149: where ECS takes one of a few words, it is one of them.</summary>
internal sealed class KnownValueRule() : TaskDefinitionRule("BG149")
{
    private static readonly string[] NetworkModes = ["awsvpc", "bridge", "host", "none"];
    private static readonly string[] Compatibilities = ["FARGATE", "EC2", "EXTERNAL", "MANAGED_INSTANCES"];
    private static readonly string[] PidModes = ["host", "task"];
    private static readonly string[] IpcModes = ["host", "task", "none"];
    private static readonly string[] Architectures = ["X86_64", "ARM64"];
    private static readonly string[] Protocols = ["tcp", "udp"];
    private static readonly string[] ApplicationProtocols = ["http", "http2", "grpc"];
    private static readonly string[] LogDrivers = ["awslogs", "awsfirelens", "splunk", "json-file", "syslog", "journald", "gelf", "fluentd"];

    protected override void Check(TaskDefinition definition, Report report)
    {
        Compare("networkMode", definition.NetworkMode?.Value, NetworkModes, report);
        Compare("pidMode", definition.PidMode?.Value, PidModes, report);
        Compare("ipcMode", definition.IpcMode?.Value, IpcModes, report);
        Compare("runtimePlatform.cpuArchitecture", definition.RuntimePlatform?.CpuArchitecture?.Value, Architectures, report);
        if (definition.RuntimePlatform?.OperatingSystemFamily is { } family && !definition.IsForWindows())
        {
            Compare("runtimePlatform.operatingSystemFamily", family.Value, ["LINUX", "one of WINDOWS_SERVER_…"], report);
        }

        for (var i = 0; i < definition.RequiresCompatibilities.Count; i++)
        {
            Compare("requiresCompatibilities", definition.RequiresCompatibilities[i].Value, Compatibilities, report, i);
        }

        for (var i = 0; i < definition.ContainerDefinitions.Count; i++)
        {
            report.Container = i;
            Compare(definition.ContainerDefinitions[i], report);
        }
    }

    private static void Compare(ContainerDefinition container, Report report)
    {
        for (var i = 0; i < container.PortMappings.Count; i++)
        {
            Compare("portMappings", container.PortMappings[i].Protocol?.Value, Protocols, report, i, ".protocol");
            Compare("portMappings", container.PortMappings[i].AppProtocol?.Value, ApplicationProtocols, report, i, ".appProtocol");
        }

        // Fargate's drivers are for another rule.
        if (!report.Definition.IsForFargate())
        {
            Compare("logConfiguration.logDriver", container.LogConfiguration?.LogDriver.Value, LogDrivers, report);
        }
    }

    private static void Compare(string member, string? found, string[] known, Report report, int? place = null, string below = "")
    {
        if (found is not null && Array.IndexOf(known, found) < 0 && !found.HasPlaceholder())
        {
            report.Warning($"{member}{(place is { } i ? FormattableString.Invariant($"[{i}]") : string.Empty)}{below}", $"Found is \"{found}\"; known are {string.Join(", ", known)}, with these capitals.", "Write it as ECS does. A word that is newer than this version may be right.");
        }
    }
}
