using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <content>Volumes.</content>
internal static partial class TaskDefinitionReading
{
    private static Volume FromAws(Aws.Volume volume) => new()
    {
        Name = volume.Name,
        Host = volume.Host is { } host ? FromAws(host) : null,
        DockerVolumeConfiguration = volume.DockerVolumeConfiguration is { } dockerVolumeConfiguration ? FromAws(dockerVolumeConfiguration) : null,
        EfsVolumeConfiguration = volume.EfsVolumeConfiguration is { } efsVolumeConfiguration ? FromAws(efsVolumeConfiguration) : null,
        S3filesVolumeConfiguration = volume.S3filesVolumeConfiguration is { } s3filesVolumeConfiguration ? FromAws(s3filesVolumeConfiguration) : null,
        FsxWindowsFileServerVolumeConfiguration = volume.FsxWindowsFileServerVolumeConfiguration is { } fsxWindowsFileServerVolumeConfiguration ? FromAws(fsxWindowsFileServerVolumeConfiguration) : null,
        ConfiguredAtLaunch = volume.ConfiguredAtLaunch,
    };

    private static HostVolumeProperties FromAws(Aws.HostVolumeProperties host) => new() { SourcePath = host.SourcePath };

    private static DockerVolumeConfiguration FromAws(Aws.DockerVolumeConfiguration docker) => new()
    {
        Scope = Value<DockerVolumeScope>(docker.Scope),
        Autoprovision = docker.Autoprovision,
        Driver = docker.Driver,
        DriverOpts = Map(docker.DriverOpts),
        Labels = Map(docker.Labels),
    };

    private static EfsVolumeConfiguration FromAws(Aws.EFSVolumeConfiguration efs) => new()
    {
        FileSystemId = Text(efs.FileSystemId),
        RootDirectory = efs.RootDirectory,
        TransitEncryption = Value<EfsTransitEncryption>(efs.TransitEncryption),
        TransitEncryptionPort = efs.TransitEncryptionPort,
        AuthorizationConfig = efs.AuthorizationConfig is { } authorizationConfig ? FromAws(authorizationConfig) : null,
    };

    private static EfsAuthorizationConfig FromAws(Aws.EFSAuthorizationConfig authorization) => new()
    {
        AccessPointId = authorization.AccessPointId,
        Iam = Value<EfsAuthorizationConfigIam>(authorization.Iam),
    };

    private static S3FilesVolumeConfiguration FromAws(Aws.S3FilesVolumeConfiguration s3) => new()
    {
        FileSystemArn = Text(s3.FileSystemArn),
        RootDirectory = s3.RootDirectory,
        TransitEncryptionPort = s3.TransitEncryptionPort,
        AccessPointArn = s3.AccessPointArn,
    };

    private static FsxWindowsFileServerVolumeConfiguration FromAws(Aws.FSxWindowsFileServerVolumeConfiguration fsx) => new()
    {
        FileSystemId = Text(fsx.FileSystemId),
        RootDirectory = Text(fsx.RootDirectory),
        AuthorizationConfig = FromAws(fsx.AuthorizationConfig ?? new()),
    };

    private static FsxWindowsFileServerAuthorizationConfig FromAws(Aws.FSxWindowsFileServerAuthorizationConfig authorization) => new(Text(authorization.CredentialsParameter), Text(authorization.Domain));
}
