namespace BlueGreen.Ecs;

/// <summary>
/// The image that a blue/green pipeline deploys: <see href="https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html#file-reference-ecs-bluegreen">imageDetail.json</see>.
/// A build writes the URI alone; the ECR source action writes everything.
/// </summary>
public sealed record ImageDetail
{
    /// <summary>The image: <c>repository:tag</c> or <c>repository@sha256:…</c>.</summary>
    public required string Image { get; init; }

    /// <summary>Its size in bytes. Default: not said.</summary>
    public long? ImageSizeInBytes { get; init; }

    /// <summary>Its digest, such as <c>sha256:…</c>. Default: not said.</summary>
    public string? ImageDigest { get; init; }

    /// <summary>The version of the file's form, <c>1.0</c>. Default: not said.</summary>
    public string? Version { get; init; }

    /// <summary>When it was pushed, to the second. Default: not said.</summary>
    public DateTimeOffset? ImagePushedAt { get; init; }

    /// <summary>The account of its registry. Default: not said.</summary>
    public string? RegistryId { get; init; }

    /// <summary>The name of its repository. Default: not said.</summary>
    public string? RepositoryName { get; init; }

    /// <summary>Its tags. Default: not said.</summary>
    public EquatableArray<string> ImageTags { get; init; }

    /// <summary>Members that have no property here, and a size or date in another form than the ECR source action's.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
