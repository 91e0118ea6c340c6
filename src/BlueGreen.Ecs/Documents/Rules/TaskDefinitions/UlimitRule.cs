namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG141: a soft limit is within its hard limit, and one that Fargate lets be set.</summary>
internal sealed class UlimitRule() : ContainerRule("BG141")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        var limits = container.Ulimits;
        for (var i = 0; i < limits.Count; i++)
        {
            var limit = limits[i];
            if (limit.SoftLimit >= 0 && limit.HardLimit >= 0 && limit.SoftLimit > limit.HardLimit)
            {
                report.Error($"ulimits[{i}].softLimit", $"The soft limit of {limit.Name} is {limit.SoftLimit}, above its hard limit {limit.HardLimit}.", "Raise the hard limit, or lower the soft one.");
            }

            if (limit.Name != UlimitName.Nofile && report.Definition.IsForFargate())
            {
                report.Warning($"ulimits[{i}].name", $"The limit {limit.Name} is set; on Fargate only nofile can be.", "Leave it out.");
            }
        }
    }
}
