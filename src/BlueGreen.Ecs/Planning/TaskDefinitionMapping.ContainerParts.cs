using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <content>What a container holds.</content>
internal static partial class TaskDefinitionMapping
{
    private static Aws.KeyValuePair ToAws(NamedValue value) => new() { Name = value.Name, Value = value.Value };

    private static Aws.EnvironmentFile ToAws(EnvironmentFile file) => new() { Value = file.Value, Type = file.Type.Value };

    private static Aws.Secret ToAws(Secret secret) => new() { Name = secret.Name, ValueFrom = secret.ValueFrom };

    private static Aws.ContainerDependency ToAws(ContainerDependency dependency) => new()
    {
        ContainerName = dependency.ContainerName,
        Condition = dependency.Condition.Value,
    };

    private static Aws.HostEntry ToAws(HostEntry entry) => new() { Hostname = entry.Hostname, IpAddress = entry.IpAddress };

    private static Aws.RepositoryCredentials ToAws(RepositoryCredentials credentials) => new() { CredentialsParameter = credentials.CredentialsParameter };

    private static Aws.ResourceRequirement ToAws(ResourceRequirement requirement) => new() { Type = requirement.Type.Value, Value = requirement.Value };

    private static Aws.Ulimit ToAws(Ulimit limit) => new() { Name = limit.Name.Value, SoftLimit = limit.SoftLimit, HardLimit = limit.HardLimit };

    private static Aws.SystemControl ToAws(SystemControl control) => new() { Namespace = control.Namespace, Value = control.Value };

    private static Aws.MountPoint ToAws(MountPoint mount) => new()
    {
        SourceVolume = mount.SourceVolume,
        ContainerPath = mount.ContainerPath,
        ReadOnly = mount.ReadOnly,
    };

    private static Aws.VolumeFrom ToAws(VolumeFrom volumes) => new() { SourceContainer = volumes.SourceContainer, ReadOnly = volumes.ReadOnly };

    private static Aws.LinuxParameters ToAws(LinuxParameters linux) => new()
    {
        Capabilities = linux.Capabilities is { } capabilities ? ToAws(capabilities) : null,
        Devices = ToList(linux.Devices, ToAws),
        InitProcessEnabled = linux.InitProcessEnabled,
        SharedMemorySize = linux.SharedMemorySize,
        Tmpfs = ToList(linux.Tmpfs, ToAws),
        MaxSwap = linux.MaxSwap,
        Swappiness = linux.Swappiness,
    };

    private static Aws.KernelCapabilities ToAws(KernelCapabilities capabilities) => new() { Add = ToList(capabilities.Add), Drop = ToList(capabilities.Drop) };

    private static Aws.Device ToAws(Device device) => new()
    {
        HostPath = device.HostPath,
        ContainerPath = device.ContainerPath,
        Permissions = ToList(device.Permissions, static item => item.Value),
    };

    private static Aws.Tmpfs ToAws(Tmpfs tmpfs) => new() { ContainerPath = tmpfs.ContainerPath, Size = tmpfs.Size, MountOptions = ToList(tmpfs.MountOptions) };
}
