namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG147: volumes are taken over from another container of the task.</summary>
internal sealed class VolumesFromRule() : ContainerRule("BG147")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        var sources = container.VolumesFrom;
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i].SourceContainer is not { } name)
            {
                continue;
            }

            if (name == container.Name)
            {
                report.Error($"volumesFrom[{i}].sourceContainer", $"Container \"{name}\" takes volumes over from itself.", "Name another container, or leave it out.");
            }
            else if (report.Definition.FindContainer(name) is null)
            {
                report.Error($"volumesFrom[{i}].sourceContainer", $"Container \"{container.Name}\" takes volumes over from \"{name}\", which the task definition does not have.", "Name a container of this task definition.");
            }
        }
    }
}
