using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>What a container needs, is limited to and sees of volumes, as it stands in a document.</summary>
internal static class ContainerResourcesFormat
{
    public static RepositoryCredentials ReadRepositoryCredentials(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("credentialsParameter")) { Additional = reader.Rest() };
    }

    public static void WriteRepositoryCredentials(Utf8JsonWriter json, RepositoryCredentials credentials)
    {
        json.WriteStartObject();
        json.WriteString("credentialsParameter", credentials.CredentialsParameter);
        json.WriteAdditional(credentials.Additional);
        json.WriteEndObject();
    }

    public static ResourceRequirement ReadResourceRequirement(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireValue<ResourceType>("type"), reader.RequireText("value")) { Additional = reader.Rest() };
    }

    public static void WriteResourceRequirement(Utf8JsonWriter json, ResourceRequirement requirement)
    {
        json.WriteStartObject();
        json.WriteString("type", requirement.Type.Value);
        json.WriteString("value", requirement.Value);
        json.WriteAdditional(requirement.Additional);
        json.WriteEndObject();
    }

    public static Ulimit ReadUlimit(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireValue<UlimitName>("name"), reader.RequireInteger("softLimit"), reader.RequireInteger("hardLimit")) { Additional = reader.Rest() };
    }

    public static void WriteUlimit(Utf8JsonWriter json, Ulimit limit)
    {
        json.WriteStartObject();
        json.WriteString("name", limit.Name.Value);
        json.WriteNumber("softLimit", limit.SoftLimit);
        json.WriteNumber("hardLimit", limit.HardLimit);
        json.WriteAdditional(limit.Additional);
        json.WriteEndObject();
    }

    public static SystemControl ReadSystemControl(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Namespace = reader.Text("namespace"),
            Value = reader.Text("value"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteSystemControl(Utf8JsonWriter json, SystemControl control)
    {
        json.WriteStartObject();
        json.WriteText("namespace", control.Namespace);
        json.WriteText("value", control.Value);
        json.WriteAdditional(control.Additional);
        json.WriteEndObject();
    }

    public static MountPoint ReadMountPoint(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            SourceVolume = reader.Text("sourceVolume"),
            ContainerPath = reader.Text("containerPath"),
            ReadOnly = reader.Boolean("readOnly"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteMountPoint(Utf8JsonWriter json, MountPoint mount)
    {
        json.WriteStartObject();
        json.WriteText("sourceVolume", mount.SourceVolume);
        json.WriteText("containerPath", mount.ContainerPath);
        json.WriteBoolean("readOnly", mount.ReadOnly);
        json.WriteAdditional(mount.Additional);
        json.WriteEndObject();
    }

    public static VolumeFrom ReadVolumeFrom(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            SourceContainer = reader.Text("sourceContainer"),
            ReadOnly = reader.Boolean("readOnly"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteVolumeFrom(Utf8JsonWriter json, VolumeFrom volumes)
    {
        json.WriteStartObject();
        json.WriteText("sourceContainer", volumes.SourceContainer);
        json.WriteBoolean("readOnly", volumes.ReadOnly);
        json.WriteAdditional(volumes.Additional);
        json.WriteEndObject();
    }
}
