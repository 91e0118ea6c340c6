namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG145: what a container mounts is a volume of the task definition.</summary>
internal sealed class MountPointRule() : ContainerRule("BG145")
{
    protected override void Check(ContainerDefinition container, Report report)
    {
        var mounts = container.MountPoints;
        for (var i = 0; i < mounts.Count; i++)
        {
            if (mounts[i].SourceVolume is { } name && !Has(report.Definition.Volumes, name))
            {
                var known = report.Definition.Volumes.Count == 0 ? "none" : string.Join(", ", report.Definition.Volumes.Select(volume => $"\"{volume.Name}\""));
                report.Error($"mountPoints[{i}].sourceVolume", $"Container \"{container.Name}\" mounts the volume \"{name}\"; the task definition has {known}.", "Define the volume in volumes, or name one that is there.");
            }
        }
    }

    private static bool Has(EquatableArray<Volume> volumes, string name)
    {
        foreach (var volume in volumes)
        {
            if (volume.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
