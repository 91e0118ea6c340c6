using Aws = Amazon.ECS.Model;

namespace BlueGreen.Ecs.Planning;

/// <content>Volumes.</content>
internal static partial class TaskDefinitionMapping
{
    private static Aws.Volume ToAws(Volume volume) => new()
    {
        Name = volume.Name,
        Host = volume.Host is { } host ? ToAws(host) : null,
        DockerVolumeConfiguration = volume.DockerVolumeConfiguration is { } dockerVolumeConfiguration ? ToAws(dockerVolumeConfiguration) : null,
        EfsVolumeConfiguration = volume.EfsVolumeConfiguration is { } efsVolumeConfiguration ? ToAws(efsVolumeConfiguration) : null,
        S3filesVolumeConfiguration = volume.S3filesVolumeConfiguration is { } s3filesVolumeConfiguration ? ToAws(s3filesVolumeConfiguration) : null,
        FsxWindowsFileServerVolumeConfiguration = volume.FsxWindowsFileServerVolumeConfiguration is { } fsxWindowsFileServerVolumeConfiguration ? ToAws(fsxWindowsFileServerVolumeConfiguration) : null,
        ConfiguredAtLaunch = volume.ConfiguredAtLaunch,
    };

    private static Aws.HostVolumeProperties ToAws(HostVolumeProperties host) => new() { SourcePath = host.SourcePath };

    private static Aws.DockerVolumeConfiguration ToAws(DockerVolumeConfiguration docker) => new()
    {
        Scope = docker.Scope?.Value,
        Autoprovision = docker.Autoprovision,
        Driver = docker.Driver,
        DriverOpts = ToMap(docker.DriverOpts),
        Labels = ToMap(docker.Labels),
    };

    private static Aws.EFSVolumeConfiguration ToAws(EfsVolumeConfiguration efs) => new()
    {
        FileSystemId = efs.FileSystemId,
        RootDirectory = efs.RootDirectory,
        TransitEncryption = efs.TransitEncryption?.Value,
        TransitEncryptionPort = efs.TransitEncryptionPort,
        AuthorizationConfig = efs.AuthorizationConfig is { } authorizationConfig ? ToAws(authorizationConfig) : null,
    };

    private static Aws.EFSAuthorizationConfig ToAws(EfsAuthorizationConfig authorization) => new()
    {
        AccessPointId = authorization.AccessPointId,
        Iam = authorization.Iam?.Value,
    };

    private static Aws.S3FilesVolumeConfiguration ToAws(S3FilesVolumeConfiguration s3) => new()
    {
        FileSystemArn = s3.FileSystemArn,
        RootDirectory = s3.RootDirectory,
        TransitEncryptionPort = s3.TransitEncryptionPort,
        AccessPointArn = s3.AccessPointArn,
    };

    private static Aws.FSxWindowsFileServerVolumeConfiguration ToAws(FsxWindowsFileServerVolumeConfiguration fsx) => new()
    {
        FileSystemId = fsx.FileSystemId,
        RootDirectory = fsx.RootDirectory,
        AuthorizationConfig = ToAws(fsx.AuthorizationConfig),
    };

    private static Aws.FSxWindowsFileServerAuthorizationConfig ToAws(FsxWindowsFileServerAuthorizationConfig authorization) => new()
    {
        CredentialsParameter = authorization.CredentialsParameter,
        Domain = authorization.Domain,
    };
}
