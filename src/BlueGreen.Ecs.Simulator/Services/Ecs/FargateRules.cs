using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Ecs;

/// <summary>What a task definition that requires FARGATE must fulfil.</summary>
internal static class FargateRules
{
    private static readonly string[] TaskMembers = ["ipcMode"];
    private static readonly string[] ContainerMembers =
        ["disableNetworking", "dnsSearchDomains", "dnsServers", "dockerSecurityOptions", "extraHosts", "links", "privileged"];

    private static readonly string[] LinuxMembers = ["devices", "maxSwap", "sharedMemorySize", "swappiness", "tmpfs"];
    private static readonly string[] LogDrivers = ["awslogs", "splunk", "awsfirelens"];

    /// <param name="document">The normalised definition.</param>
    /// <exception cref="AwsErrorException">Fargate cannot run it.</exception>
    public static void Check(JsonObject document)
    {
        if (!document.Texts("requiresCompatibilities").Contains("FARGATE", StringComparer.Ordinal))
        {
            return;
        }

        if (document.Text("networkMode") != "awsvpc")
        {
            throw EcsErrors.Client("Fargate only supports network mode ‘awsvpc’.");
        }

        var cpu = TaskSize.ReadCpu(document.Text("cpu")) ?? throw EcsErrors.Client("Fargate requires that 'cpu' be defined at the task level.");
        var memory = TaskSize.ReadMemory(document.Text("memory")) ?? throw EcsErrors.Client("Fargate requires that 'memory' be defined at the task level.");
        if (!FargateSizes.Has(cpu, memory))
        {
            throw EcsErrors.Client("No Fargate configuration exists for given values.");
        }

        RefuseMembers(document, TaskMembers);
        if (document.Text("pidMode") is not (null or "task"))
        {
            throw Unsupported("pidMode");
        }

        CheckStorage(document.Object("ephemeralStorage")?.Int("sizeInGiB"));
        foreach (var container in document.Objects("containerDefinitions"))
        {
            CheckContainer(container, document.Text("executionRoleArn") is not null);
        }
    }

    private static void CheckStorage(int? size)
    {
        if (size is < 21)
        {
            throw EcsErrors.Client("EphemeralStorage size should be at least 21");
        }

        if (size is > 200)
        {
            throw EcsErrors.Client("EphemeralStorage size should be at most 200");
        }
    }

    private static void CheckContainer(JsonObject container, bool hasExecutionRole)
    {
        RefuseMembers(container, ContainerMembers);
        RefuseMembers(container.Object("linuxParameters") ?? [], LinuxMembers);
        if (!hasExecutionRole && container.Text("image")!.Contains(".dkr.ecr.", StringComparison.Ordinal))
        {
            throw EcsErrors.Client("Fargate requires task definition to have execution role ARN to support ECR images.");
        }

        if (container.Object("logConfiguration") is { } log)
        {
            CheckLog(log, hasExecutionRole);
        }
    }

    private static void CheckLog(JsonObject log, bool hasExecutionRole)
    {
        var driver = log.Text("logDriver");
        if (!LogDrivers.Contains(driver, StringComparer.Ordinal))
        {
            throw EcsErrors.Client($"Fargate does not support the log driver {driver}; supported are {string.Join(", ", LogDrivers)}.");
        }

        if (driver != "awslogs")
        {
            return;
        }

        if (!hasExecutionRole)
        {
            throw EcsErrors.Client("Fargate requires task definition to have execution role ARN to support log driver awslogs.");
        }

        foreach (var option in (ReadOnlySpan<string>)["awslogs-group", "awslogs-region", "awslogs-stream-prefix"])
        {
            if (log.Object("options")?.Text(option) is null)
            {
                throw EcsErrors.Client($"Log driver awslogs requires options: {option}");
            }
        }
    }

    private static void RefuseMembers(JsonObject source, IEnumerable<string> names)
    {
        if (names.FirstOrDefault(name => IsSet(source[name])) is { } refused)
        {
            throw Unsupported(refused);
        }
    }

    private static bool IsSet(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        _ => value.GetValueKind() != System.Text.Json.JsonValueKind.False,
    };

    private static AwsErrorException Unsupported(string member) =>
        EcsErrors.Client($"The '{member}' parameter is not supported for Fargate tasks.");
}
