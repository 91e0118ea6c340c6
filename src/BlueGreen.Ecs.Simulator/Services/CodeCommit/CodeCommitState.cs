using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>The repositories of one region.</summary>
internal sealed class CodeCommitState(Region region)
{
    /// <summary>A branch points to another commit.</summary>
    public event Action<GitRepository, string>? BranchMoved;

    public Region Region => region;

    public World World => region.World;

    /// <summary>By name.</summary>
    public SortedDictionary<string, GitRepository> Repositories { get; } = new(StringComparer.Ordinal);

    public static CodeCommitState Of(Region region) => region.Get(one => new CodeCommitState(one));

    /// <exception cref="AwsErrorException">There is no such repository.</exception>
    public GitRepository Repository(string name) => Repositories.GetValueOrDefault(name)
        ?? throw CodeCommitErrors.Of("RepositoryDoesNotExist", $"{name} does not exist");

    /// <exception cref="AwsErrorException">There is no such repository.</exception>
    public GitRepository ByArn(string arn) => Repositories.Values.FirstOrDefault(repository => string.Equals(repository.Arn, arn, StringComparison.Ordinal))
        ?? throw CodeCommitErrors.Of(arn.StartsWith("arn:", StringComparison.Ordinal) ? "RepositoryDoesNotExist" : "InvalidResourceArn", $"{arn} does not exist");

    /// <summary>Has a branch point to a commit.</summary>
    public void Move(GitRepository repository, string branch, Commit commit)
    {
        repository.Commits.TryAdd(commit.Id, commit);
        repository.Branches[branch] = commit;
        repository.DefaultBranch ??= branch;
        repository.Modified = World.Now;
        World.History.Record("repository", repository.Name, $"{branch} is at {commit.Id}");
        BranchMoved?.Invoke(repository, branch);
    }
}
