namespace BlueGreen.Ecs.Documents.Rules;

/// <summary>BG132: files of variables are few, in S3, and end in <c>.env</c>.</summary>
internal sealed class EnvironmentFilesRule() : ContainerRule("BG132")
{
    private const int Most = 10;

    protected override void Check(ContainerDefinition container, Report report)
    {
        var files = container.EnvironmentFiles;
        if (files.Count > Most)
        {
            report.Error($"environmentFiles", $"Container \"{container.Name}\" has {files.Count} files of variables; allowed are {Most}.", "Join files.");
        }

        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].Type != EnvironmentFileType.S3)
            {
                report.Error($"environmentFiles[{i}].type", $"The type is \"{files[i].Type}\"; allowed is s3.", "Put the file into S3.");
            }

            if (!files[i].Value.EndsWith(".env", StringComparison.Ordinal) && !files[i].Value.HasPlaceholder())
            {
                report.Error($"environmentFiles[{i}].value", $"The file is \"{files[i].Value}\"; its name must end in .env.", "Rename the object in S3.");
            }
        }
    }
}
