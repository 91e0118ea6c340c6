using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <content>The smaller settings of a task.</content>
internal static partial class TaskDefinitionMapping
{
    private static Aws.RuntimePlatform ToAws(RuntimePlatform platform) => new()
    {
        CpuArchitecture = platform.CpuArchitecture?.Value,
        OperatingSystemFamily = platform.OperatingSystemFamily?.Value,
    };

    private static Aws.EphemeralStorage ToAws(EphemeralStorage storage) => new() { SizeInGiB = storage.SizeInGiB };

    private static Aws.TaskDefinitionPlacementConstraint ToAws(TaskDefinitionPlacementConstraint constraint) => new()
    {
        Type = constraint.Type?.Value,
        Expression = constraint.Expression,
    };

    private static Aws.ProxyConfiguration ToAws(ProxyConfiguration proxy) => new()
    {
        Type = proxy.Type?.Value,
        ContainerName = proxy.ContainerName,
        Properties = ToList(proxy.Properties, ToAws),
    };

    private static Aws.InferenceAccelerator ToAws(InferenceAccelerator accelerator) => new()
    {
        DeviceName = accelerator.DeviceName,
        DeviceType = accelerator.DeviceType,
    };

    private static Aws.Tag ToAws(Tag tag) => new() { Key = tag.Key, Value = tag.Value };
}
