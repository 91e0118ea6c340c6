using Amazon.ECS.Model;
using BlueGreen.Ecs.Documents;

namespace BlueGreen.Ecs.Planning;

/// <summary>Turns a task definition into the request that registers it.</summary>
internal static partial class TaskDefinitionMapping
{
    // AWS makes such tags itself, such as CloudFormation's, and refuses them from others.
    private const string KeptForAws = "aws:";

    /// <summary>The request. It holds every member that the model knows; <see cref="UnsendableMembers"/> tells the others.</summary>
    public static RegisterTaskDefinitionRequest ToRequest(TaskDefinition definition) => new()
    {
        Family = definition.Family,
        ContainerDefinitions = ToList(definition.ContainerDefinitions, ToAws) ?? [],
        ExecutionRoleArn = definition.ExecutionRoleArn,
        TaskRoleArn = definition.TaskRoleArn,
        NetworkMode = definition.NetworkMode?.Value,
        RequiresCompatibilities = ToList(definition.RequiresCompatibilities, static item => item.Value),
        Cpu = definition.Cpu,
        Memory = definition.Memory,
        RuntimePlatform = definition.RuntimePlatform is { } platform ? ToAws(platform) : null,
        EphemeralStorage = definition.EphemeralStorage is { } storage ? ToAws(storage) : null,
        Volumes = ToList(definition.Volumes, ToAws),
        PlacementConstraints = ToList(definition.PlacementConstraints, ToAws),
        PidMode = definition.PidMode?.Value,
        IpcMode = definition.IpcMode?.Value,
        ProxyConfiguration = definition.ProxyConfiguration is { } proxy ? ToAws(proxy) : null,
#pragma warning disable CS0618 // The official client calls it obsolete: AWS has retired the service.
        InferenceAccelerators = ToList(definition.InferenceAccelerators, ToAws),
#pragma warning restore CS0618
        EnableFaultInjection = definition.EnableFaultInjection,
        Tags = ToList(definition.Tags.Where(static tag => !tag.Key.StartsWith(KeptForAws, StringComparison.OrdinalIgnoreCase)).ToEquatableArray(), ToAws),
    };

    /// <summary>Paths of the members that the model does not know and a request can therefore not hold; empty lists and objects do not count.</summary>
    public static IEnumerable<string> UnsendableMembers(TaskDefinition definition) =>
        UnknownMembers.Of(definition).Where(unknown => unknown.Member.Json is not ("null" or "[]" or "{}")).Select(unknown => unknown.Path);

    private static List<T>? ToList<T>(EquatableArray<T> items) => ToList(items, static item => item);

    private static List<TOut>? ToList<TIn, TOut>(EquatableArray<TIn> items, Func<TIn, TOut> map) => items.Count == 0 ? null : [.. items.Select(map)];

    private static Dictionary<string, string>? ToMap(EquatableArray<NamedValue> values) =>
        values.Count == 0 ? null : values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
