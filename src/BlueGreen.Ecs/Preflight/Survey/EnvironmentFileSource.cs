namespace BlueGreen.Ecs.Preflight.Survey;

/// <summary>A file of variables, as ECS reads it from S3.</summary>
/// <param name="Container">The first container that gets the variables.</param>
/// <param name="Arn">The object's ARN, such as <c>arn:aws:s3:::bucket/web.env</c>.</param>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The object's key.</param>
internal sealed record EnvironmentFileSource(string Container, string Arn, string Bucket, string Key)
{
    /// <summary>The bucket's ARN.</summary>
    public string BucketArn => Arn[..^(Key.Length + 1)];

    public static IEnumerable<EnvironmentFileSource> Of(TaskDefinition definition) => definition.ContainerDefinitions
        .SelectMany(container => container.EnvironmentFiles.Select(file => Of(container.Name, file)))
        .OfType<EnvironmentFileSource>()
        .DistinctBy(file => file.Arn, StringComparer.Ordinal);

    // What is no ARN of an object is not known to be one.
    private static EnvironmentFileSource? Of(string container, EnvironmentFile file) =>
        file.Type == EnvironmentFileType.S3 && file.Value.Split(':', 6) is ["arn", _, "s3", _, _, var path] && path.Split('/', 2) is [{ Length: > 0 } bucket, { Length: > 0 } key]
            ? new(container, file.Value, bucket, key)
            : null;
}
