using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>A task definition as it stands in a document.</summary>
internal static class TaskDefinitionFormat
{
    public static TaskDefinition Read(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Family = reader.RequireText("family"),
            ContainerDefinitions = ReadContainers(reader),
            ExecutionRoleArn = reader.Text("executionRoleArn"),
            TaskRoleArn = reader.Text("taskRoleArn"),
            NetworkMode = reader.Text("networkMode"),
            RequiresCompatibilities = reader.Texts("requiresCompatibilities"),
            Cpu = reader.Text("cpu"),
            Memory = reader.Text("memory"),
            RuntimePlatform = reader.Object("runtimePlatform") is { } platform
                ? new() { CpuArchitecture = platform.Text("cpuArchitecture"), OperatingSystemFamily = platform.Text("operatingSystemFamily"), Additional = platform.Rest() }
                : null,
            EphemeralStorageGiB = reader.Object("ephemeralStorage") is { } storage ? storage.Only(storage.RequireInteger("sizeInGiB")) : null,
            Additional = reader.Rest(),
        };
    }

    public static void Write(Utf8JsonWriter json, TaskDefinition definition) => json.WriteObject(w =>
    {
        w.WriteString("family", definition.Family);
        w.WriteList("containerDefinitions", definition.ContainerDefinitions, ContainerDefinitionFormat.Write);
        w.WriteText("executionRoleArn", definition.ExecutionRoleArn);
        w.WriteText("taskRoleArn", definition.TaskRoleArn);
        w.WriteText("networkMode", definition.NetworkMode);
        w.WriteTexts("requiresCompatibilities", definition.RequiresCompatibilities);
        w.WriteText("cpu", definition.Cpu);
        w.WriteText("memory", definition.Memory);
        if (definition.RuntimePlatform is { } platform)
        {
            w.WriteObject("runtimePlatform", p =>
            {
                p.WriteText("cpuArchitecture", platform.CpuArchitecture);
                p.WriteText("operatingSystemFamily", platform.OperatingSystemFamily);
                p.WriteAdditional(platform.Additional);
            });
        }

        if (definition.EphemeralStorageGiB is { } size)
        {
            w.WriteObject("ephemeralStorage", s => s.WriteNumber("sizeInGiB", size));
        }

        w.WriteAdditional(definition.Additional);
    });

    // Without the list there is nothing to look at; how many containers there are is for the rules.
    private static EquatableArray<ContainerDefinition> ReadContainers(ObjectReader reader)
    {
        reader.Require("containerDefinitions");
        return reader.List("containerDefinitions", ContainerDefinitionFormat.Read);
    }
}
