using Amazon.ECS.Model;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <summary>Turns a task definition into the request that registers it.</summary>
internal static class TaskDefinitionMapping
{
    /// <summary>The request, and the members that it cannot hold: those without a property in the model.</summary>
    public static RegisterTaskDefinitionRequest ToRequest(TaskDefinition definition) => new()
    {
        Family = definition.Family,
        ExecutionRoleArn = definition.ExecutionRoleArn,
        TaskRoleArn = definition.TaskRoleArn,
        NetworkMode = definition.NetworkMode,
        RequiresCompatibilities = ToList(definition.RequiresCompatibilities),
        Cpu = definition.Cpu,
        Memory = definition.Memory,
        RuntimePlatform = definition.RuntimePlatform is { } platform
            ? new() { CpuArchitecture = platform.CpuArchitecture, OperatingSystemFamily = platform.OperatingSystemFamily }
            : null,
        EphemeralStorage = definition.EphemeralStorageGiB is { } size ? new() { SizeInGiB = size } : null,
        ContainerDefinitions = [.. definition.ContainerDefinitions.Select(ToContainer)],
    };

    /// <summary>Paths of the members that the model does not know and a request can therefore not hold; empty lists and objects do not count.</summary>
    public static IEnumerable<string> UnsendableMembers(TaskDefinition definition) =>
    [
        .. Paths(string.Empty, definition.Additional),
        .. Paths("runtimePlatform.", definition.RuntimePlatform?.Additional ?? []),
        .. definition.ContainerDefinitions.SelectMany(UnsendableMembers),
    ];

    private static IEnumerable<string> UnsendableMembers(ContainerDefinition container)
    {
        var path = $"containerDefinitions[{container.Name}].";
        return
        [
            .. Paths(path, container.Additional),
            .. container.PortMappings.SelectMany(mapping => Paths($"{path}portMappings.", mapping.Additional)),
            .. Paths($"{path}logConfiguration.", container.LogConfiguration?.Additional ?? []),
            .. Paths($"{path}healthCheck.", container.HealthCheck?.Additional ?? []),
        ];
    }

    private static IEnumerable<string> Paths(string prefix, EquatableArray<JsonMember> members) =>
        members.Where(member => member.Json is not ("null" or "[]" or "{}") && !IsDescribeOnly(prefix, member.Name)).Select(member => prefix + member.Name);

    // What DescribeTaskDefinition adds to what was registered.
    private static bool IsDescribeOnly(string prefix, string name) => prefix.Length == 0 &&
        name is "taskDefinitionArn" or "revision" or "status" or "requiresAttributes" or "compatibilities" or "registeredAt" or "registeredBy" or "deregisteredAt" or "deleteRequestedAt";

    private static Aws.ContainerDefinition ToContainer(ContainerDefinition container) => new()
    {
        Name = container.Name,
        Image = container.Image,
        Cpu = container.Cpu,
        Memory = container.Memory,
        MemoryReservation = container.MemoryReservation,
        Essential = container.Essential,
        PortMappings = ToList(container.PortMappings, mapping => new Aws.PortMapping
        {
            ContainerPort = mapping.ContainerPort,
            HostPort = mapping.HostPort,
            Protocol = mapping.Protocol,
            Name = mapping.Name,
            AppProtocol = mapping.AppProtocol,
        }),
        Environment = ToList(container.Environment, variable => new Aws.KeyValuePair { Name = variable.Name, Value = variable.Value }),
        Secrets = ToList(container.Secrets, ToSecret),
        EntryPoint = ToList(container.EntryPoint),
        Command = ToList(container.Command),
        LogConfiguration = container.LogConfiguration is { } log
            ? new() { LogDriver = log.LogDriver, Options = ToMap(log.Options), SecretOptions = ToList(log.SecretOptions, ToSecret) }
            : null,
        HealthCheck = container.HealthCheck is { } check
            ? new() { Command = ToList(check.Command), Interval = check.Interval, Timeout = check.Timeout, Retries = check.Retries, StartPeriod = check.StartPeriod }
            : null,
        DependsOn = ToList(container.DependsOn, dependency => new Aws.ContainerDependency { ContainerName = dependency.ContainerName, Condition = dependency.Condition }),
        WorkingDirectory = container.WorkingDirectory,
        User = container.User,
        ReadonlyRootFilesystem = container.ReadonlyRootFilesystem,
        StartTimeout = container.StartTimeout,
        StopTimeout = container.StopTimeout,
        DockerLabels = ToMap(container.DockerLabels),
    };

    private static Aws.Secret ToSecret(Secret secret) => new() { Name = secret.Name, ValueFrom = secret.ValueFrom };

    private static List<string>? ToList(EquatableArray<string> items) => ToList(items, item => item);

    private static List<TOut>? ToList<TIn, TOut>(EquatableArray<TIn> items, Func<TIn, TOut> map) => items.Count == 0 ? null : [.. items.Select(map)];

    private static Dictionary<string, string>? ToMap(EquatableArray<NamedValue> values) =>
        values.Count == 0 ? null : values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
