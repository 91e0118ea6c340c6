namespace BlueGreen.Ecs;

/// <summary>
/// A container and its new image: an entry of <see href="https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html#pipelines-create-image-definitions">imagedefinitions.json</see>,
/// which CodePipeline's <c>ECS</c> action reads. Its <c>CodeDeployToECS</c> action reads <see cref="ImageDetail"/> instead.
/// </summary>
/// <param name="Name">The container's name in the task definition.</param>
/// <param name="Image">The image: <c>repository:tag</c> or <c>repository@sha256:…</c>.</param>
public sealed record ImageDefinition(string Name, string Image)
{
    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
