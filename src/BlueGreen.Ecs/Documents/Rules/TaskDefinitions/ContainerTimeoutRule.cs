namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG139: a container's time-outs are in the range that Fargate takes.</summary>
internal sealed class ContainerTimeoutRule() : ContainerRule("BG139")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        if (report.Definition.IsForFargate())
        {
            report.Range("startTimeout", container.StartTimeout, 2, 120, "seconds on Fargate");
            report.Range("stopTimeout", container.StopTimeout, 2, 120, "seconds on Fargate");
        }
    }
}
