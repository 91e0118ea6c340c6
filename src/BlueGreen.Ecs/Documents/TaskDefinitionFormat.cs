using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>A task definition as it stands in a document.</summary>
internal static class TaskDefinitionFormat
{
    public static TaskDefinition Read(DocumentNode root) => Read(TaskDefinitionEnvelope.Open(root));

    public static TaskDefinition Read(TaskDefinitionEnvelope envelope)
    {
        var reader = new ObjectReader(envelope.Body);
        return new()
        {
            Family = reader.RequireText("family"),
            ContainerDefinitions = ReadContainers(reader),
            ExecutionRoleArn = reader.TextUnlessEmpty("executionRoleArn"),
            TaskRoleArn = reader.TextUnlessEmpty("taskRoleArn"),
            NetworkMode = reader.Value<NetworkMode>("networkMode"),
            RequiresCompatibilities = reader.Values<Compatibility>("requiresCompatibilities"),
            Cpu = reader.TextUnlessEmpty("cpu"),
            Memory = reader.TextUnlessEmpty("memory"),
            RuntimePlatform = reader.Object("runtimePlatform", TaskSettingsFormat.ReadRuntimePlatform),
            EphemeralStorage = reader.Object("ephemeralStorage", TaskSettingsFormat.ReadEphemeralStorage),
            Volumes = reader.List("volumes", VolumeFormat.ReadVolume),
            PlacementConstraints = reader.List("placementConstraints", TaskSettingsFormat.ReadTaskDefinitionPlacementConstraint),
            PidMode = reader.Value<PidMode>("pidMode"),
            IpcMode = reader.Value<IpcMode>("ipcMode"),
            ProxyConfiguration = reader.Object("proxyConfiguration", TaskSettingsFormat.ReadProxyConfiguration),
            InferenceAccelerators = reader.List("inferenceAccelerators", TaskSettingsFormat.ReadInferenceAccelerator),
            EnableFaultInjection = reader.Boolean("enableFaultInjection"),
            Tags = ReadTags(reader, envelope.Outer),
            Additional = DescribeOnlyMembers.Without(reader.Rest()),
        };
    }

    public static void Write(Utf8JsonWriter json, TaskDefinition definition)
    {
        json.WriteStartObject();
        json.WriteString("family", definition.Family);
        json.WriteList("containerDefinitions", definition.ContainerDefinitions, ContainerDefinitionFormat.Write);
        json.WriteText("executionRoleArn", definition.ExecutionRoleArn);
        json.WriteText("taskRoleArn", definition.TaskRoleArn);
        json.WriteValue("networkMode", definition.NetworkMode);
        json.WriteValues("requiresCompatibilities", definition.RequiresCompatibilities);
        json.WriteText("cpu", definition.Cpu);
        json.WriteText("memory", definition.Memory);
        json.WriteObject("runtimePlatform", definition.RuntimePlatform, TaskSettingsFormat.WriteRuntimePlatform);
        json.WriteObject("ephemeralStorage", definition.EphemeralStorage, TaskSettingsFormat.WriteEphemeralStorage);
        json.WriteList("volumes", definition.Volumes, VolumeFormat.WriteVolume);
        json.WriteList("placementConstraints", definition.PlacementConstraints, TaskSettingsFormat.WriteTaskDefinitionPlacementConstraint);
        json.WriteValue("pidMode", definition.PidMode);
        json.WriteValue("ipcMode", definition.IpcMode);
        json.WriteObject("proxyConfiguration", definition.ProxyConfiguration, TaskSettingsFormat.WriteProxyConfiguration);
        json.WriteList("inferenceAccelerators", definition.InferenceAccelerators, TaskSettingsFormat.WriteInferenceAccelerator);
        json.WriteBoolean("enableFaultInjection", definition.EnableFaultInjection);
        json.WriteList("tags", definition.Tags, TaskSettingsFormat.WriteTag);
        json.WriteAdditional(definition.Additional);
        json.WriteEndObject();
    }

    // A description has them beside the task definition, anything else inside.
    private static EquatableArray<Tag> ReadTags(ObjectReader reader, DocumentNode? outer)
    {
        var inside = reader.List("tags", TaskSettingsFormat.ReadTag);
        return outer is not null && new ObjectReader(outer).List("tags", TaskSettingsFormat.ReadTag) is { Count: > 0 } beside ? beside : inside;
    }

    // Without the list there is nothing to look at; how many containers there are is for the rules.
    private static EquatableArray<ContainerDefinition> ReadContainers(ObjectReader reader)
    {
        reader.Require("containerDefinitions");
        return reader.List("containerDefinitions", ContainerDefinitionFormat.Read);
    }
}
