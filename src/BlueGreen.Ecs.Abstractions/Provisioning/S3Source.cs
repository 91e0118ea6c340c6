namespace BlueGreen.Ecs;

/// <summary>A zip archive in a versioned bucket. Mirrors the <see href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html">source action Amazon S3</see>.</summary>
/// <param name="Key">The archive's key.</param>
/// <param name="Bucket">The bucket. Default: <c>ENVIRONMENT-source-ACCOUNT-REGION</c>, which is made, cut to 63 characters.</param>
public sealed record S3Source(string Key, EnvironmentResource? Bucket = null) : PipelineSource;
