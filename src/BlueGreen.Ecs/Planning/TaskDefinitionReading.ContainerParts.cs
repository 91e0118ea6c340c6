using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <content>What a container holds.</content>
internal static partial class TaskDefinitionReading
{
    private static NamedValue FromAws(Aws.KeyValuePair value) => new(Text(value.Name), Text(value.Value));

    private static EnvironmentFile FromAws(Aws.EnvironmentFile file) => new(Text(file.Value), RequiredValue<EnvironmentFileType>(file.Type));

    private static Secret FromAws(Aws.Secret secret) => new(Text(secret.Name), Text(secret.ValueFrom));

    private static ContainerDependency FromAws(Aws.ContainerDependency dependency) => new(Text(dependency.ContainerName), RequiredValue<ContainerCondition>(dependency.Condition));

    private static HostEntry FromAws(Aws.HostEntry entry) => new(Text(entry.Hostname), Text(entry.IpAddress));

    private static RepositoryCredentials FromAws(Aws.RepositoryCredentials credentials) => new(Text(credentials.CredentialsParameter));

    private static ResourceRequirement FromAws(Aws.ResourceRequirement requirement) => new(RequiredValue<ResourceType>(requirement.Type), Text(requirement.Value));

    private static Ulimit FromAws(Aws.Ulimit limit) => new(RequiredValue<UlimitName>(limit.Name), limit.SoftLimit.GetValueOrDefault(), limit.HardLimit.GetValueOrDefault());

    private static SystemControl FromAws(Aws.SystemControl control) => new() { Namespace = control.Namespace, Value = control.Value };

    private static MountPoint FromAws(Aws.MountPoint mount) => new()
    {
        SourceVolume = mount.SourceVolume,
        ContainerPath = mount.ContainerPath,
        ReadOnly = mount.ReadOnly,
    };

    private static VolumeFrom FromAws(Aws.VolumeFrom volumes) => new() { SourceContainer = volumes.SourceContainer, ReadOnly = volumes.ReadOnly };

    private static LinuxParameters FromAws(Aws.LinuxParameters linux) => new()
    {
        Capabilities = linux.Capabilities is { } capabilities ? FromAws(capabilities) : null,
        Devices = List(linux.Devices, FromAws),
        InitProcessEnabled = linux.InitProcessEnabled,
        SharedMemorySize = linux.SharedMemorySize,
        Tmpfs = List(linux.Tmpfs, FromAws),
        MaxSwap = linux.MaxSwap,
        Swappiness = linux.Swappiness,
    };

    private static KernelCapabilities FromAws(Aws.KernelCapabilities capabilities) => new() { Add = List(capabilities.Add), Drop = List(capabilities.Drop) };

    private static Device FromAws(Aws.Device device) => new()
    {
        HostPath = Text(device.HostPath),
        ContainerPath = device.ContainerPath,
        Permissions = List(device.Permissions, DeviceAccess.FromString),
    };

    private static Tmpfs FromAws(Aws.Tmpfs tmpfs) => new()
    {
        ContainerPath = Text(tmpfs.ContainerPath),
        Size = tmpfs.Size.GetValueOrDefault(),
        MountOptions = List(tmpfs.MountOptions),
    };
}
