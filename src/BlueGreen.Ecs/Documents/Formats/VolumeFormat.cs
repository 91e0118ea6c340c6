using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>A volume as it stands in a document.</summary>
internal static class VolumeFormat
{
    public static Volume ReadVolume(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Name = reader.Text("name"),
            Host = reader.Object("host", ReadHostVolumeProperties),
            DockerVolumeConfiguration = reader.Object("dockerVolumeConfiguration", ReadDockerVolumeConfiguration),
            EfsVolumeConfiguration = reader.Object("efsVolumeConfiguration", FileSystemFormat.ReadEfsVolumeConfiguration),
            S3filesVolumeConfiguration = reader.Object("s3filesVolumeConfiguration", FileSystemFormat.ReadS3FilesVolumeConfiguration),
            FsxWindowsFileServerVolumeConfiguration = reader.Object("fsxWindowsFileServerVolumeConfiguration", FileSystemFormat.ReadFsxWindowsFileServerVolumeConfiguration),
            ConfiguredAtLaunch = reader.Boolean("configuredAtLaunch"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteVolume(Utf8JsonWriter json, Volume volume)
    {
        json.WriteStartObject();
        json.WriteText("name", volume.Name);
        json.WriteObject("host", volume.Host, WriteHostVolumeProperties);
        json.WriteObject("dockerVolumeConfiguration", volume.DockerVolumeConfiguration, WriteDockerVolumeConfiguration);
        json.WriteObject("efsVolumeConfiguration", volume.EfsVolumeConfiguration, FileSystemFormat.WriteEfsVolumeConfiguration);
        json.WriteObject("s3filesVolumeConfiguration", volume.S3filesVolumeConfiguration, FileSystemFormat.WriteS3FilesVolumeConfiguration);
        json.WriteObject("fsxWindowsFileServerVolumeConfiguration", volume.FsxWindowsFileServerVolumeConfiguration, FileSystemFormat.WriteFsxWindowsFileServerVolumeConfiguration);
        json.WriteBoolean("configuredAtLaunch", volume.ConfiguredAtLaunch);
        json.WriteAdditional(volume.Additional);
        json.WriteEndObject();
    }

    public static HostVolumeProperties ReadHostVolumeProperties(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            SourcePath = reader.Text("sourcePath"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteHostVolumeProperties(Utf8JsonWriter json, HostVolumeProperties host)
    {
        json.WriteStartObject();
        json.WriteText("sourcePath", host.SourcePath);
        json.WriteAdditional(host.Additional);
        json.WriteEndObject();
    }

    public static DockerVolumeConfiguration ReadDockerVolumeConfiguration(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Scope = reader.Value<DockerVolumeScope>("scope"),
            Autoprovision = reader.Boolean("autoprovision"),
            Driver = reader.Text("driver"),
            DriverOpts = reader.Map("driverOpts"),
            Labels = reader.Map("labels"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteDockerVolumeConfiguration(Utf8JsonWriter json, DockerVolumeConfiguration docker)
    {
        json.WriteStartObject();
        json.WriteValue("scope", docker.Scope);
        json.WriteBoolean("autoprovision", docker.Autoprovision);
        json.WriteText("driver", docker.Driver);
        json.WriteMap("driverOpts", docker.DriverOpts);
        json.WriteMap("labels", docker.Labels);
        json.WriteAdditional(docker.Additional);
        json.WriteEndObject();
    }
}
