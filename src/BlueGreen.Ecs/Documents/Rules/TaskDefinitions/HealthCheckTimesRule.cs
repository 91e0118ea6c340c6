namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG138: a health check's times and retries are in the ranges that ECS takes.</summary>
internal sealed class HealthCheckTimesRule() : ContainerRule("BG138")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        if (container.HealthCheck is not { } check)
        {
            return;
        }

        report.Range("healthCheck.interval", check.Interval, 5, 300, "seconds between two checks");
        report.Range("healthCheck.timeout", check.Timeout, 2, 60, "seconds that a check may take");
        report.Range("healthCheck.retries", check.Retries, 1, 10, "failures in a row");
        report.Range("healthCheck.startPeriod", check.StartPeriod, 0, 300, "seconds after the start in which failures do not count");
    }
}
