using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>Turns what was registered into what is read back: sizes as numbers, defaults filled in, absent lists empty.</summary>
internal static class TaskDefinitionNormalizer
{
    private static readonly string[] ContainerLists = ["portMappings", "environment", "mountPoints", "volumesFrom", "systemControls"];

    public static JsonObject Normalize(JsonObject input)
    {
        var document = input.Copy();
        document.Remove("tags");
        if (document.Text("cpu") is { } cpu)
        {
            document["cpu"] = TaskSize.ReadCpu(cpu)!.Value.ToString(CultureInfo.InvariantCulture);
        }

        if (document.Text("memory") is { } memory)
        {
            document["memory"] = TaskSize.ReadMemory(memory)!.Value.ToString(CultureInfo.InvariantCulture);
        }

        FillLists(document, "volumes", "placementConstraints");
        foreach (var container in document.Objects("containerDefinitions"))
        {
            Fill(container, document.Text("networkMode"));
        }

        document["compatibilities"] = Compatibilities(document).ToJson();
        document["requiresAttributes"] = Attributes(document).Select(name => new JsonObject { ["name"] = name }).ToJson();
        return document;
    }

    private static void Fill(JsonObject container, string? networkMode)
    {
        container["cpu"] ??= 0;
        container["essential"] ??= true;
        FillLists(container, ContainerLists);
        foreach (var port in container.Objects("portMappings"))
        {
            port["protocol"] ??= "tcp";
            if (port["containerPortRange"] is null)
            {
                port["hostPort"] ??= networkMode is "awsvpc" or "host" ? port.Int("containerPort") ?? 0 : 0;
            }
        }

        if (container.Object("healthCheck") is { } check)
        {
            check["interval"] ??= 30;
            check["timeout"] ??= 5;
            check["retries"] ??= 3;
        }
    }

    private static void FillLists(JsonObject target, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            target[name] ??= new JsonArray();
        }
    }

    private static string[] Compatibilities(JsonObject document)
    {
        if (document.Text("networkMode") is not "awsvpc")
        {
            return ["EXTERNAL", "EC2"];
        }

        return document["cpu"] is not null && document["memory"] is not null ? ["EC2", "FARGATE"] : ["EC2"];
    }

    private static IEnumerable<string> Attributes(JsonObject document)
    {
        yield return "com.amazonaws.ecs.capability.docker-remote-api.1.18";
        if (document.Text("networkMode") == "awsvpc")
        {
            yield return "ecs.capability.task-eni";
        }

        if (document.Text("executionRoleArn") is not null)
        {
            yield return "ecs.capability.execution-role-ecr-pull";
        }
    }
}
