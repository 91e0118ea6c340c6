using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>What every task definition must fulfil, wherever it is to run.</summary>
internal static class TaskDefinitionRules
{
    private const int MostContainers = 10;

    /// <exception cref="AwsErrorException">The definition is refused.</exception>
    public static void Check(JsonObject input)
    {
        if (input.Text("family") is not { Length: > 0 } family)
        {
            throw EcsErrors.Client("Family should not be null or empty.");
        }

        if (!Names.AreLegal(family))
        {
            throw EcsErrors.Client("Family contains invalid characters.");
        }

        var containers = input.Objects("containerDefinitions");
        if (containers.Count is 0 or > MostContainers)
        {
            throw EcsErrors.Client(containers.Count == 0
                ? "Container list cannot be empty."
                : $"Too many containers: {containers.Count}, at most {MostContainers} are allowed.");
        }

        foreach (var container in containers)
        {
            CheckContainer(container, input);
        }

        if (containers.Select(container => container.Text("name")).Distinct(StringComparer.Ordinal).Count() < containers.Count)
        {
            throw EcsErrors.Client("Container names must be unique in a task definition.");
        }

        if (containers.All(container => container.Flag("essential") == false))
        {
            throw EcsErrors.Client("At least one essential container must be specified.");
        }

        CheckDependencies(containers);
    }

    private static void CheckContainer(JsonObject container, JsonObject task)
    {
        if (container.Text("name") is not { Length: > 0 } name)
        {
            throw EcsErrors.Client("Container.name should not be null or empty.");
        }

        if (!Names.AreLegal(name))
        {
            throw EcsErrors.Client($"Invalid container name '{name}'. Up to 255 letters, numbers, hyphens and underscores are allowed.");
        }

        if (string.IsNullOrEmpty(container.Text("image")))
        {
            throw EcsErrors.Client("Container.image should not be null or empty.");
        }

        var isFargate = task.Texts("requiresCompatibilities").Contains("FARGATE", StringComparer.Ordinal);
        if (!isFargate && task.Text("memory") is null && container.Int("memory") is null && container.Int("memoryReservation") is null)
        {
            throw EcsErrors.Client($"Invalid setting for container '{name}'. At least one of 'memory' or 'memoryReservation' must be specified.");
        }

        if (container.Int("memory") < container.Int("memoryReservation"))
        {
            throw EcsErrors.Client($"Invalid setting for container '{name}'. 'memory' must not be below 'memoryReservation'.");
        }

        CheckPorts(container, task.Text("networkMode"));
    }

    private static void CheckPorts(JsonObject container, string? networkMode)
    {
        foreach (var port in container.Objects("portMappings"))
        {
            var host = port.Int("hostPort") ?? 0;
            if (networkMode is "awsvpc" or "host" && host != 0 && host != port.Int("containerPort"))
            {
                throw EcsErrors.Client($"When networkMode={networkMode}, the host ports and container ports in port mappings must match.");
            }

            if (networkMode == "none")
            {
                throw EcsErrors.Client("Port mappings are not allowed when networkMode=none.");
            }
        }
    }

    private static void CheckDependencies(IReadOnlyList<JsonObject> containers)
    {
        foreach (var container in containers)
        {
            foreach (var dependency in container.Objects("dependsOn"))
            {
                var name = dependency.Text("containerName");
                if (!containers.Any(other => other.Text("name") == name))
                {
                    throw EcsErrors.Client($"Container '{container.Text("name")}' depends on '{name}', which the task definition does not have.");
                }
            }
        }
    }
}
