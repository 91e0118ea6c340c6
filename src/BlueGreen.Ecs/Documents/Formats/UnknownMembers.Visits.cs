namespace BlueGreen.Ecs.Documents;

/// <content>Which records hold which.</content>
internal sealed partial class UnknownMembers
{
    private static void Visit(UnknownMembers members, TaskDefinition definition)
    {
        members.Take(definition.Additional);
        members.Each("containerDefinitions", definition.ContainerDefinitions, Visit);
        members.One("runtimePlatform", definition.RuntimePlatform, static (found, item) => found.Take(item.Additional));
        members.One("ephemeralStorage", definition.EphemeralStorage, static (found, item) => found.Take(item.Additional));
        members.Each("volumes", definition.Volumes, Visit);
        members.Each("placementConstraints", definition.PlacementConstraints, static (found, item) => found.Take(item.Additional));
        members.One("proxyConfiguration", definition.ProxyConfiguration, Visit);
        members.Each("inferenceAccelerators", definition.InferenceAccelerators, static (found, item) => found.Take(item.Additional));
        members.Each("tags", definition.Tags, static (found, item) => found.Take(item.Additional));
    }

    private static void Visit(UnknownMembers members, ContainerDefinition container)
    {
        members.Take(container.Additional);
        members.One("repositoryCredentials", container.RepositoryCredentials, static (found, item) => found.Take(item.Additional));
        members.Each("resourceRequirements", container.ResourceRequirements, static (found, item) => found.Take(item.Additional));
        members.One("restartPolicy", container.RestartPolicy, static (found, item) => found.Take(item.Additional));
        members.Each("portMappings", container.PortMappings, static (found, item) => found.Take(item.Additional));
        members.Each("environment", container.Environment, static (found, item) => found.Take(item.Additional));
        members.Each("environmentFiles", container.EnvironmentFiles, static (found, item) => found.Take(item.Additional));
        members.Each("secrets", container.Secrets, static (found, item) => found.Take(item.Additional));
        members.One("logConfiguration", container.LogConfiguration, Visit);
        members.One("firelensConfiguration", container.FirelensConfiguration, static (found, item) => found.Take(item.Additional));
        members.One("healthCheck", container.HealthCheck, static (found, item) => found.Take(item.Additional));
        members.Each("dependsOn", container.DependsOn, static (found, item) => found.Take(item.Additional));
        members.Each("mountPoints", container.MountPoints, static (found, item) => found.Take(item.Additional));
        members.Each("volumesFrom", container.VolumesFrom, static (found, item) => found.Take(item.Additional));
        members.One("linuxParameters", container.LinuxParameters, Visit);
        members.Each("ulimits", container.Ulimits, static (found, item) => found.Take(item.Additional));
        members.Each("systemControls", container.SystemControls, static (found, item) => found.Take(item.Additional));
        members.Each("extraHosts", container.ExtraHosts, static (found, item) => found.Take(item.Additional));
    }

    private static void Visit(UnknownMembers members, LogConfiguration log)
    {
        members.Take(log.Additional);
        members.Each("secretOptions", log.SecretOptions, static (found, item) => found.Take(item.Additional));
    }

    private static void Visit(UnknownMembers members, LinuxParameters linux)
    {
        members.Take(linux.Additional);
        members.One("capabilities", linux.Capabilities, static (found, item) => found.Take(item.Additional));
        members.Each("devices", linux.Devices, static (found, item) => found.Take(item.Additional));
        members.Each("tmpfs", linux.Tmpfs, static (found, item) => found.Take(item.Additional));
    }

    private static void Visit(UnknownMembers members, ProxyConfiguration proxy)
    {
        members.Take(proxy.Additional);
        members.Each("properties", proxy.Properties, static (found, item) => found.Take(item.Additional));
    }

    private static void Visit(UnknownMembers members, Volume volume)
    {
        members.Take(volume.Additional);
        members.One("host", volume.Host, static (found, item) => found.Take(item.Additional));
        members.One("dockerVolumeConfiguration", volume.DockerVolumeConfiguration, static (found, item) => found.Take(item.Additional));
        members.One("efsVolumeConfiguration", volume.EfsVolumeConfiguration, Visit);
        members.One("s3filesVolumeConfiguration", volume.S3filesVolumeConfiguration, static (found, item) => found.Take(item.Additional));
        members.One("fsxWindowsFileServerVolumeConfiguration", volume.FsxWindowsFileServerVolumeConfiguration, Visit);
    }

    private static void Visit(UnknownMembers members, EfsVolumeConfiguration efs)
    {
        members.Take(efs.Additional);
        members.One("authorizationConfig", efs.AuthorizationConfig, static (found, item) => found.Take(item.Additional));
    }

    private static void Visit(UnknownMembers members, FsxWindowsFileServerVolumeConfiguration fsx)
    {
        members.Take(fsx.Additional);
        members.One("authorizationConfig", fsx.AuthorizationConfig, static (found, item) => found.Take(item.Additional));
    }
}
