namespace BlueGreen.Ecs;

/// <summary>
/// A branch of a repository at GitHub, GitLab or Bitbucket, by a connection that is there already: a person must agree to it in the console.
/// Mirrors the <see href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html">source action CodeStarSourceConnection</see>.
/// </summary>
/// <param name="ConnectionArn">The connection's ARN.</param>
/// <param name="FullRepositoryId">The repository: <c>owner/name</c>.</param>
/// <param name="BranchName">The branch. Default: <c>main</c>.</param>
public sealed record ConnectionSource(string ConnectionArn, string FullRepositoryId, string BranchName = "main") : PipelineSource;
