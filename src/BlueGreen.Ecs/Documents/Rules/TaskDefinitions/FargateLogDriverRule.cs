namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG128: the log driver is one that Fargate has.</summary>
internal sealed class FargateLogDriverRule() : ContainerRule("BG128")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        if (container.LogConfiguration is { } log && report.Definition.IsForFargate() && log.LogDriver.Value is not ("awslogs" or "splunk" or "awsfirelens"))
        {
            report.Error($"logConfiguration.logDriver", $"The log driver is {log.LogDriver}; Fargate has awslogs, splunk and awsfirelens.", "Use awslogs, or awsfirelens with a container that routes the log elsewhere.");
        }
    }
}
