namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>Where a container logs to in CloudWatch.</summary>
/// <param name="Container">The container.</param>
/// <param name="Group">The log group.</param>
/// <param name="Region">Its region. Default: that of the tasks.</param>
/// <param name="Prefix">What the names of its streams begin with.</param>
/// <param name="IsCreated">Whether ECS makes the group when it is missing.</param>
internal sealed record AwsLogs(string Container, string Group, string? Region, string? Prefix, bool IsCreated)
{
    public static IEnumerable<AwsLogs> Of(TaskDefinition definition) =>
        from container in definition.ContainerDefinitions
        let log = container.LogConfiguration
        where log?.LogDriver == LogDriver.Awslogs
        let @group = Option(log, "awslogs-group")
        where !string.IsNullOrEmpty(@group)
        select new AwsLogs(container.Name, @group, Option(log, "awslogs-region"), Option(log, "awslogs-stream-prefix"), Option(log, "awslogs-create-group") == "true");

    private static string? Option(LogConfiguration log, string name) => log.Options.FirstOrDefault(option => option.Name == name)?.Value;
}
