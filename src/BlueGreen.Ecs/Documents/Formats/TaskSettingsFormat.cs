using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>The smaller settings of a task as they stand in a document.</summary>
internal static class TaskSettingsFormat
{
    // The one member of a task definition that CloudFormation calls otherwise.
    private const string CloudFormationProperties = "proxyConfigurationProperties";

    public static RuntimePlatform ReadRuntimePlatform(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            CpuArchitecture = reader.Value<CpuArchitecture>("cpuArchitecture"),
            OperatingSystemFamily = reader.Value<OperatingSystemFamily>("operatingSystemFamily"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteRuntimePlatform(Utf8JsonWriter json, RuntimePlatform platform)
    {
        json.WriteStartObject();
        json.WriteValue("cpuArchitecture", platform.CpuArchitecture);
        json.WriteValue("operatingSystemFamily", platform.OperatingSystemFamily);
        json.WriteAdditional(platform.Additional);
        json.WriteEndObject();
    }

    public static EphemeralStorage ReadEphemeralStorage(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            SizeInGiB = reader.RequireInteger("sizeInGiB"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteEphemeralStorage(Utf8JsonWriter json, EphemeralStorage storage)
    {
        json.WriteStartObject();
        json.WriteNumber("sizeInGiB", storage.SizeInGiB);
        json.WriteAdditional(storage.Additional);
        json.WriteEndObject();
    }

    public static TaskDefinitionPlacementConstraint ReadTaskDefinitionPlacementConstraint(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Type = reader.Value<TaskDefinitionPlacementConstraintType>("type"),
            Expression = reader.Text("expression"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteTaskDefinitionPlacementConstraint(Utf8JsonWriter json, TaskDefinitionPlacementConstraint constraint)
    {
        json.WriteStartObject();
        json.WriteValue("type", constraint.Type);
        json.WriteText("expression", constraint.Expression);
        json.WriteAdditional(constraint.Additional);
        json.WriteEndObject();
    }

    public static ProxyConfiguration ReadProxyConfiguration(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Type = reader.Value<ProxyConfigurationType>("type"),
            ContainerName = reader.RequireText("containerName"),
            Properties = reader.List(reader.Find(CloudFormationProperties) is null ? "properties" : CloudFormationProperties, ContainerEnvironmentFormat.ReadNamedValue),
            Additional = reader.Rest(),
        };
    }

    public static void WriteProxyConfiguration(Utf8JsonWriter json, ProxyConfiguration proxy)
    {
        json.WriteStartObject();
        json.WriteValue("type", proxy.Type);
        json.WriteString("containerName", proxy.ContainerName);
        json.WriteList("properties", proxy.Properties, ContainerEnvironmentFormat.WriteNamedValue);
        json.WriteAdditional(proxy.Additional);
        json.WriteEndObject();
    }

    public static InferenceAccelerator ReadInferenceAccelerator(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("deviceName"), reader.RequireText("deviceType")) { Additional = reader.Rest() };
    }

    public static void WriteInferenceAccelerator(Utf8JsonWriter json, InferenceAccelerator accelerator)
    {
        json.WriteStartObject();
        json.WriteString("deviceName", accelerator.DeviceName);
        json.WriteString("deviceType", accelerator.DeviceType);
        json.WriteAdditional(accelerator.Additional);
        json.WriteEndObject();
    }

    public static Tag ReadTag(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("key"), reader.Text("value") ?? string.Empty) { Additional = reader.Rest() };
    }

    public static void WriteTag(Utf8JsonWriter json, Tag tag)
    {
        json.WriteStartObject();
        json.WriteString("key", tag.Key);
        json.WriteString("value", tag.Value);
        json.WriteAdditional(tag.Additional);
        json.WriteEndObject();
    }
}
