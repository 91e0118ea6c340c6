using BlueGreen.Ecs.Simulator.Services.S3;

namespace BlueGreen.Ecs.Simulator.Services.CodePipeline.Actions;

/// <summary>The source action S3: the files of a zip archive in a versioned bucket.</summary>
internal static class S3Source
{
    public static void Start(ActionContext context) => context.After(context.World.Options.Timings.PipelineStep, () => Fetch(context));

    private static void Fetch(ActionContext context)
    {
        var (name, key) = (context.Setting("S3Bucket")!, context.Setting("S3ObjectKey")!);
        var bucket = S3State.Of(context.Region).Buckets.GetValueOrDefault(name);
        if (bucket is not { IsVersioned: true } || bucket.Region != context.Region.Name)
        {
            context.Fail("ConfigurationError", bucket is null ? $"The Amazon S3 bucket {name} does not exist, or the service role has no permission to access it."
                : bucket.IsVersioned ? $"The Amazon S3 bucket {name} is in {bucket.Region}; a source bucket must be in the pipeline's region, {context.Region.Name}."
                : $"Versioning is not enabled for the Amazon S3 bucket {name}; a source bucket must be versioned.");
            return;
        }

        var wanted = context.Run.Execution.Overrides.GetValueOrDefault(context.Run.Name);
        if (bucket.Find(key, wanted) is not { IsDeleteMarker: false } version)
        {
            context.Fail("ConfigurationError", $"The object with key '{key}'{(wanted is null ? "" : $" and version '{wanted}'")} does not exist in the Amazon S3 bucket {name}.");
            return;
        }

        FileSet files;
        try
        {
            files = Archives.Zip(version.Content);
        }
        catch (InvalidDataException)
        {
            context.Fail("ConfigurationError", $"The object with key '{key}' in the Amazon S3 bucket {name} is no zip archive.");
            return;
        }

        (context.Run.Variables["ETag"], context.Run.Variables["VersionId"]) = (version.ETag.Trim('"'), version.Id);
        var summary = $"Amazon S3 version id: {version.Id}";
        var url = $"https://{context.Region.Name}.console.aws.amazon.com/s3/object/{name}?prefix={Uri.EscapeDataString(key)}&versionId={version.Id}";
        (context.Run.Revision, context.Run.ExternalId, context.Run.ExternalUrl) = (new SourceRevision(version.Id, summary, url, version.Modified), version.Id, url);
        context.Output(context.OutputNames[0], files);
        context.Succeed(summary);
    }
}
