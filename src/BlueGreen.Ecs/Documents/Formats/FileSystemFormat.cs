using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>A file system that is a volume, as it stands in a document.</summary>
internal static class FileSystemFormat
{
    public static EfsVolumeConfiguration ReadEfsVolumeConfiguration(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            FileSystemId = reader.RequireText("fileSystemId"),
            RootDirectory = reader.Text("rootDirectory"),
            TransitEncryption = reader.Value<EfsTransitEncryption>("transitEncryption"),
            TransitEncryptionPort = reader.Integer("transitEncryptionPort"),
            AuthorizationConfig = reader.Object("authorizationConfig", ReadEfsAuthorizationConfig),
            Additional = reader.Rest(),
        };
    }

    public static void WriteEfsVolumeConfiguration(Utf8JsonWriter json, EfsVolumeConfiguration efs)
    {
        json.WriteStartObject();
        json.WriteString("fileSystemId", efs.FileSystemId);
        json.WriteText("rootDirectory", efs.RootDirectory);
        json.WriteValue("transitEncryption", efs.TransitEncryption);
        json.WriteInteger("transitEncryptionPort", efs.TransitEncryptionPort);
        json.WriteObject("authorizationConfig", efs.AuthorizationConfig, WriteEfsAuthorizationConfig);
        json.WriteAdditional(efs.Additional);
        json.WriteEndObject();
    }

    public static EfsAuthorizationConfig ReadEfsAuthorizationConfig(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            AccessPointId = reader.Text("accessPointId"),
            Iam = reader.Value<EfsAuthorizationConfigIam>("iam"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteEfsAuthorizationConfig(Utf8JsonWriter json, EfsAuthorizationConfig authorization)
    {
        json.WriteStartObject();
        json.WriteText("accessPointId", authorization.AccessPointId);
        json.WriteValue("iam", authorization.Iam);
        json.WriteAdditional(authorization.Additional);
        json.WriteEndObject();
    }

    public static S3FilesVolumeConfiguration ReadS3FilesVolumeConfiguration(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            FileSystemArn = reader.RequireText("fileSystemArn"),
            RootDirectory = reader.Text("rootDirectory"),
            TransitEncryptionPort = reader.Integer("transitEncryptionPort"),
            AccessPointArn = reader.Text("accessPointArn"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteS3FilesVolumeConfiguration(Utf8JsonWriter json, S3FilesVolumeConfiguration s3)
    {
        json.WriteStartObject();
        json.WriteString("fileSystemArn", s3.FileSystemArn);
        json.WriteText("rootDirectory", s3.RootDirectory);
        json.WriteInteger("transitEncryptionPort", s3.TransitEncryptionPort);
        json.WriteText("accessPointArn", s3.AccessPointArn);
        json.WriteAdditional(s3.Additional);
        json.WriteEndObject();
    }

    public static FsxWindowsFileServerVolumeConfiguration ReadFsxWindowsFileServerVolumeConfiguration(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            FileSystemId = reader.RequireText("fileSystemId"),
            RootDirectory = reader.RequireText("rootDirectory"),
            AuthorizationConfig = ReadFsxWindowsFileServerAuthorizationConfig(reader.Require("authorizationConfig")),
            Additional = reader.Rest(),
        };
    }

    public static void WriteFsxWindowsFileServerVolumeConfiguration(Utf8JsonWriter json, FsxWindowsFileServerVolumeConfiguration fsx)
    {
        json.WriteStartObject();
        json.WriteString("fileSystemId", fsx.FileSystemId);
        json.WriteString("rootDirectory", fsx.RootDirectory);
        json.WriteObject("authorizationConfig", fsx.AuthorizationConfig, WriteFsxWindowsFileServerAuthorizationConfig);
        json.WriteAdditional(fsx.Additional);
        json.WriteEndObject();
    }

    public static FsxWindowsFileServerAuthorizationConfig ReadFsxWindowsFileServerAuthorizationConfig(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("credentialsParameter"), reader.RequireText("domain")) { Additional = reader.Rest() };
    }

    public static void WriteFsxWindowsFileServerAuthorizationConfig(Utf8JsonWriter json, FsxWindowsFileServerAuthorizationConfig authorization)
    {
        json.WriteStartObject();
        json.WriteString("credentialsParameter", authorization.CredentialsParameter);
        json.WriteString("domain", authorization.Domain);
        json.WriteAdditional(authorization.Additional);
        json.WriteEndObject();
    }
}
