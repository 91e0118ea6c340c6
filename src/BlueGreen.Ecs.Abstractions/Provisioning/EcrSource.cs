namespace BlueGreen.Ecs;

/// <summary>A tag of an ECR repository. Mirrors the <see href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECR.html">source action Amazon ECR</see>.</summary>
/// <param name="Repository">The repository's name: the environment's own, or one that is there already.</param>
/// <param name="ImageTag">The tag. Default: <c>latest</c>.</param>
public sealed record EcrSource(string Repository, string ImageTag = "latest") : PipelineSource;
