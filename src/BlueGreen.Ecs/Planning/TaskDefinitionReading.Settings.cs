using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <content>The smaller settings of a task.</content>
internal static partial class TaskDefinitionReading
{
    private static RuntimePlatform FromAws(Aws.RuntimePlatform platform) => new()
    {
        CpuArchitecture = Value<CpuArchitecture>(platform.CpuArchitecture),
        OperatingSystemFamily = Value<OperatingSystemFamily>(platform.OperatingSystemFamily),
    };

    private static EphemeralStorage FromAws(Aws.EphemeralStorage storage) => new() { SizeInGiB = storage.SizeInGiB.GetValueOrDefault() };

    private static TaskDefinitionPlacementConstraint FromAws(Aws.TaskDefinitionPlacementConstraint constraint) => new()
    {
        Type = Value<TaskDefinitionPlacementConstraintType>(constraint.Type),
        Expression = constraint.Expression,
    };

    private static ProxyConfiguration FromAws(Aws.ProxyConfiguration proxy) => new()
    {
        Type = Value<ProxyConfigurationType>(proxy.Type),
        ContainerName = Text(proxy.ContainerName),
        Properties = List(proxy.Properties, FromAws),
    };

    private static InferenceAccelerator FromAws(Aws.InferenceAccelerator accelerator) => new(Text(accelerator.DeviceName), Text(accelerator.DeviceType));

    private static Tag FromAws(Aws.Tag tag) => new(Text(tag.Key), Text(tag.Value));
}
