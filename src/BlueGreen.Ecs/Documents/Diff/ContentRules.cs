using System.Collections.Frozen;

namespace BlueGreen.Ecs.Documents.Diff;

/// <summary>
/// The members of a task definition that are not compared as they stand, by path; <c>[]</c> is any item. Members without a rule, unknown ones among
/// them, are compared as they stand; their lists in order. What only descriptions have is gone before, when the task definition is written.
/// </summary>
internal static class ContentRules
{
    private const string Container = "containerDefinitions[].";

    private static readonly ContentRule ByNameWithValue = ContentRule.Sorted("name").Of("value");
    private static readonly ContentRule ByNameWithSource = ContentRule.Sorted("name").Of("valueFrom");
    private static readonly ContentRule No = ContentRule.Missing("false");

    private static readonly FrozenDictionary<string, ContentRule> ByPath = Table().ToFrozenDictionary(entry => entry.Path, entry => entry.Rule, StringComparer.OrdinalIgnoreCase);

    /// <summary>All rules, to be walked along with a task definition.</summary>
    public static ContentShape Root { get; } = ContentShape.Of(ByPath);

    /// <summary>The rule of a path such as <c>containerDefinitions[].environment</c>.</summary>
    public static ContentRule? Find(string path) => ByPath.GetValueOrDefault(path);

    private static IEnumerable<(string Path, ContentRule Rule)> Table() =>
    [
        .. OfTheTask(),
        .. OfAContainer().Select(entry => (Container + entry.Path, entry.Rule)),
    ];

    private static IEnumerable<(string Path, ContentRule Rule)> OfTheTask() =>
    [
        ("tags", ContentRule.Dropped),
        ("executionRoleArn", ContentRule.Text),
        ("taskRoleArn", ContentRule.Text),
        ("cpu", ContentRule.In("VCPU")),
        ("memory", ContentRule.In("GB")),
        ("requiresCompatibilities", ContentRule.Set),
        ("containerDefinitions", ContentRule.Sorted("name")),
        ("volumes", ContentRule.Sorted("name")),
        ("volumes[].dockerVolumeConfiguration.driverOpts", ContentRule.Map),
        ("volumes[].dockerVolumeConfiguration.labels", ContentRule.Map),
        ("placementConstraints", ContentRule.Sorted("type", "expression")),
        ("proxyConfiguration.properties", ByNameWithValue),
        ("inferenceAccelerators", ContentRule.Sorted("deviceName")),
        ("enableFaultInjection", No),
    ];

    // Without a rule, and so in order: entryPoint, command, links, dnsServers, dnsSearchDomains, dockerSecurityOptions, credentialSpecs.
    private static IEnumerable<(string Path, ContentRule Rule)> OfAContainer() =>
    [
        ("cpu", ContentRule.Missing("0")),
        ("essential", ContentRule.Missing("true")),
        ("versionConsistency", ContentRule.Missing("\"enabled\"")),
        ("disableNetworking", No),
        ("interactive", No),
        ("privileged", No),
        ("pseudoTerminal", No),
        ("readonlyRootFilesystem", No),
        ("portMappings", ContentRule.Sorted("containerPort", "containerPortRange", "protocol")),
        ("portMappings[].protocol", ContentRule.Missing("\"tcp\"")),
        ("environment", ByNameWithValue),
        ("environmentFiles", ContentRule.Ordered("value").Of("type")), // The first file that has a variable wins.
        ("secrets", ByNameWithSource),
        ("mountPoints", ContentRule.Sorted("containerPath")),
        ("mountPoints[].readOnly", No),
        ("volumesFrom", ContentRule.Ordered("sourceContainer")),
        ("volumesFrom[].readOnly", No),
        ("dependsOn", ContentRule.Ordered("containerName").Of("condition")),
        ("extraHosts", ContentRule.Ordered("hostname").Of("ipAddress")),
        ("ulimits", ContentRule.Sorted("name")),
        ("systemControls", ContentRule.Sorted("namespace").Of("value")),
        ("resourceRequirements", ContentRule.Ordered("type").Of("value")),
        ("dockerLabels", ContentRule.Map),
        ("logConfiguration.options", ContentRule.Map),
        ("logConfiguration.secretOptions", ByNameWithSource),
        ("firelensConfiguration.options", ContentRule.Map),
        ("healthCheck.interval", ContentRule.Missing("30")),
        ("healthCheck.timeout", ContentRule.Missing("5")),
        ("healthCheck.retries", ContentRule.Missing("3")),
        ("healthCheck.startPeriod", ContentRule.Missing("0")),
        ("restartPolicy.ignoredExitCodes", ContentRule.Set),
        ("restartPolicy.restartAttemptPeriod", ContentRule.Missing("300")),
        ("linuxParameters.capabilities.add", ContentRule.Set),
        ("linuxParameters.capabilities.drop", ContentRule.Set),
        ("linuxParameters.devices", ContentRule.Ordered("hostPath")),
        ("linuxParameters.devices[].permissions", ContentRule.Set),
        ("linuxParameters.tmpfs", ContentRule.Ordered("containerPath")),
    ];
}
