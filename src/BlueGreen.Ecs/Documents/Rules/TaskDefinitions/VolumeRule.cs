namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG146: a volume has a name of its own and is of one kind.</summary>
internal sealed class VolumeRule() : TaskDefinitionRule("BG146")
{
    protected override void Check(TaskDefinition definition, Report report)
    {
        var atLaunch = 0;
        for (var i = 0; i < definition.Volumes.Count; i++)
        {
            var volume = definition.Volumes[i];
            CheckName(definition.Volumes, i, report);
            CheckMembers(volume, i, report);
            if (Kinds(volume) > 1)
            {
                report.Error($"volumes[{i}]", $"The volume \"{volume.Name}\" is of more than one kind; allowed is one of host, Docker, EFS, S3, FSx, and configuredAtLaunch.", "Keep the kind that is meant, or make two volumes.");
            }

            if (volume.ConfiguredAtLaunch is true && ++atLaunch == 2)
            {
                report.Error($"volumes[{i}].configuredAtLaunch", $"A second volume is configured at launch; allowed is one.", "Keep one of them.");
            }
        }
    }

    private static void CheckName(EquatableArray<Volume> volumes, int i, Report report)
    {
        if (volumes[i].Name is not { } name || !(name.IsName() || name.HasPlaceholder()))
        {
            report.Error($"volumes[{i}].name", $"The volume is called \"{volumes[i].Name}\"; allowed are 1 to 255 letters, digits, hyphens and underscores.", "Name it so that mountPoints can name it too.");
            return;
        }

        for (var earlier = 0; earlier < i; earlier++)
        {
            if (volumes[earlier].Name == name)
            {
                report.Error($"volumes[{i}].name", $"Two volumes are called \"{name}\"; the first is volumes[{earlier}].", "Give each volume a name of its own.");
                return;
            }
        }
    }

    // Their presence is asked for when the document is read; an empty text gets past that.
    private static void CheckMembers(Volume volume, int i, Report report)
    {
        Require("efsVolumeConfiguration.fileSystemId", volume.EfsVolumeConfiguration?.FileSystemId, i, report);
        Require("s3filesVolumeConfiguration.fileSystemArn", volume.S3filesVolumeConfiguration?.FileSystemArn, i, report);
        if (volume.FsxWindowsFileServerVolumeConfiguration is { } fsx)
        {
            Require("fsxWindowsFileServerVolumeConfiguration.fileSystemId", fsx.FileSystemId, i, report);
            Require("fsxWindowsFileServerVolumeConfiguration.rootDirectory", fsx.RootDirectory, i, report);
            Require("fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter", fsx.AuthorizationConfig.CredentialsParameter, i, report);
            Require("fsxWindowsFileServerVolumeConfiguration.authorizationConfig.domain", fsx.AuthorizationConfig.Domain, i, report);
        }
    }

    private static void Require(string member, string? text, int i, Report report)
    {
        if (text is { Length: 0 })
        {
            report.Error($"volumes[{i}].{member}", $"{member[(member.LastIndexOf('.') + 1)..]} is empty, and needed.", "Write it, or leave the volume out.");
        }
    }

    // ECS answers an empty host for volumes that have none.
    private static int Kinds(Volume volume) =>
        (string.IsNullOrEmpty(volume.Host?.SourcePath) ? 0 : 1)
        + (volume.DockerVolumeConfiguration is null ? 0 : 1)
        + (volume.EfsVolumeConfiguration is null ? 0 : 1)
        + (volume.S3filesVolumeConfiguration is null ? 0 : 1)
        + (volume.FsxWindowsFileServerVolumeConfiguration is null ? 0 : 1)
        + (volume.ConfiguredAtLaunch is true ? 1 : 0);
}
