namespace BlueGreen.Ecs;

/// <summary>A branch of a CodeCommit repository. Mirrors the <see href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html">source action CodeCommit</see>.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Branch">The branch. Default: <c>main</c>.</param>
public sealed record CodeCommitSource(EnvironmentResource Repository, string Branch = "main") : PipelineSource
{
    /// <summary>The first commit of a repository that has none. Default: nothing is committed.</summary>
    public EquatableArray<RepositoryFile> Files { get; init; }
}
