using Amazon.Runtime;
using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <summary>Turns a registered task definition into the model. What only a description has is left out.</summary>
internal static partial class TaskDefinitionReading
{
    public static TaskDefinition FromAws(Aws.TaskDefinition definition, List<Aws.Tag>? tags) => new()
    {
        Family = Text(definition.Family),
        ContainerDefinitions = List(definition.ContainerDefinitions, FromAws),
        ExecutionRoleArn = definition.ExecutionRoleArn,
        TaskRoleArn = definition.TaskRoleArn,
        NetworkMode = Value<NetworkMode>(definition.NetworkMode),
        RequiresCompatibilities = List(definition.RequiresCompatibilities, Compatibility.FromString),
        Cpu = definition.Cpu,
        Memory = definition.Memory,
        RuntimePlatform = definition.RuntimePlatform is { } platform ? FromAws(platform) : null,
        EphemeralStorage = definition.EphemeralStorage is { } storage ? FromAws(storage) : null,
        Volumes = List(definition.Volumes, FromAws),
        PlacementConstraints = List(definition.PlacementConstraints, FromAws),
        PidMode = Value<PidMode>(definition.PidMode),
        IpcMode = Value<IpcMode>(definition.IpcMode),
        ProxyConfiguration = definition.ProxyConfiguration is { } proxy ? FromAws(proxy) : null,
#pragma warning disable CS0618 // The official client calls it obsolete: AWS has retired the service.
        InferenceAccelerators = List(definition.InferenceAccelerators, FromAws),
#pragma warning restore CS0618
        EnableFaultInjection = definition.EnableFaultInjection,
        Tags = List(tags, FromAws),
    };

    private static string Text(string? text) => text ?? string.Empty;

    private static T? Value<T>(ConstantClass? constant)
        where T : struct, IOpenValue<T> => constant is null ? null : T.FromString(constant.Value);

    private static T RequiredValue<T>(ConstantClass? constant)
        where T : struct, IOpenValue<T> => T.FromString(Text(constant?.Value));

    private static EquatableArray<T> List<T>(List<T>? items) => (items ?? []).ToEquatableArray();

    private static EquatableArray<TOut> List<TIn, TOut>(List<TIn>? items, Func<TIn, TOut> map) => (items ?? []).Select(map).ToEquatableArray();

    private static EquatableArray<NamedValue> Map(Dictionary<string, string>? values) =>
        (values ?? []).Select(entry => new NamedValue(entry.Key, Text(entry.Value))).ToEquatableArray();
}
