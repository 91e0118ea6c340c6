using System.Text.Json;

namespace BlueGreen.Ecs.Documents;

/// <summary>When a container starts, is healthy and starts again, as it stands in a document.</summary>
internal static class ContainerLifecycleFormat
{
    public static ContainerDependency ReadContainerDependency(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new(reader.RequireText("containerName"), reader.RequireValue<ContainerCondition>("condition")) { Additional = reader.Rest() };
    }

    public static void WriteContainerDependency(Utf8JsonWriter json, ContainerDependency dependency)
    {
        json.WriteStartObject();
        json.WriteString("containerName", dependency.ContainerName);
        json.WriteString("condition", dependency.Condition.Value);
        json.WriteAdditional(dependency.Additional);
        json.WriteEndObject();
    }

    public static HealthCheck ReadHealthCheck(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Command = reader.Texts("command"),
            Interval = reader.Integer("interval"),
            Timeout = reader.Integer("timeout"),
            Retries = reader.Integer("retries"),
            StartPeriod = reader.Integer("startPeriod"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteHealthCheck(Utf8JsonWriter json, HealthCheck check)
    {
        json.WriteStartObject();
        json.WriteTexts("command", check.Command);
        json.WriteInteger("interval", check.Interval);
        json.WriteInteger("timeout", check.Timeout);
        json.WriteInteger("retries", check.Retries);
        json.WriteInteger("startPeriod", check.StartPeriod);
        json.WriteAdditional(check.Additional);
        json.WriteEndObject();
    }

    public static ContainerRestartPolicy ReadContainerRestartPolicy(DocumentNode node)
    {
        var reader = new ObjectReader(node);
        return new()
        {
            Enabled = reader.RequireBoolean("enabled"),
            IgnoredExitCodes = reader.Integers("ignoredExitCodes"),
            RestartAttemptPeriod = reader.Integer("restartAttemptPeriod"),
            Additional = reader.Rest(),
        };
    }

    public static void WriteContainerRestartPolicy(Utf8JsonWriter json, ContainerRestartPolicy policy)
    {
        json.WriteStartObject();
        json.WriteBoolean("enabled", policy.Enabled);
        json.WriteIntegers("ignoredExitCodes", policy.IgnoredExitCodes);
        json.WriteInteger("restartAttemptPeriod", policy.RestartAttemptPeriod);
        json.WriteAdditional(policy.Additional);
        json.WriteEndObject();
    }
}
