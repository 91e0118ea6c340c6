using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>A commit that is being made on a branch.</summary>
internal sealed class CommitEdit
{
    private const int LargestFile = 6 * 1024 * 1024;
    private readonly CodeCommitState _state;
    private readonly GitRepository _repository;
    private readonly string _branch;
    private readonly Commit? _parent;

    private CommitEdit(CodeCommitState state, GitRepository repository, string branch, Commit? parent)
    {
        (_state, _repository, _branch, _parent) = (state, repository, branch, parent);
        Files = Before = (parent?.Tree ?? GitTree.Empty).Files;
    }

    /// <summary>The files of the commit before.</summary>
    public ImmutableSortedDictionary<string, GitFile> Before { get; }

    public ImmutableSortedDictionary<string, GitFile> Files { get; private set; }

    /// <summary>Begins on the branch and the parent that the request names.</summary>
    /// <exception cref="AwsErrorException">The repository or branch does not exist, or the parent is not the branch's head.</exception>
    public static CommitEdit Begin(CodeCommitState state, JsonObject input)
    {
        var (repository, branch, parent) = (state.Repository(input.Text("repositoryName")!), input.Text("branchName")!, input.Text("parentCommitId"));
        BranchOperations.CheckName(branch);
        if (repository.Branches.Count == 0 && parent is null)
        {
            return new CommitEdit(state, repository, branch, parent: null);
        }

        var head = repository.Branch(branch);
        if (parent is null)
        {
            throw CodeCommitErrors.Of("ParentCommitIdRequired", $"The branch {branch} has commits: the id of its newest one, {head.Id}, is required as parent.");
        }

        if (!repository.Commits.ContainsKey(parent))
        {
            throw CodeCommitErrors.Of("ParentCommitDoesNotExist", $"The parent commit {parent} does not exist in {repository.Name}");
        }

        return parent == head.Id
            ? new CommitEdit(state, repository, branch, head)
            : throw CodeCommitErrors.Of("ParentCommitIdOutdated", $"The parent commit {parent} is not the head of {branch}, which is {head.Id}");
    }

    /// <returns>The path without a leading slash.</returns>
    /// <exception cref="AwsErrorException">It is no path of a file.</exception>
    public static string CheckPath(string path)
    {
        var clean = path.TrimStart('/');
        return clean.Length > 0 && clean.Split('/').All(part => part is not ("" or "." or ".." or ".git"))
            ? clean
            : throw CodeCommitErrors.Of("InvalidPath", $"The path '{path}' is not valid.");
    }

    public void Put(string path, byte[] content, string? mode)
    {
        if (content.Length > LargestFile)
        {
            throw CodeCommitErrors.Of("FileContentSizeLimitExceeded", $"The file {path} has {content.Length} bytes; at most {LargestFile} are allowed.");
        }

        if (Files.Keys.Any(other => other.StartsWith(path + "/", StringComparison.Ordinal)))
        {
            throw CodeCommitErrors.Of("FileNameConflictsWithDirectoryName", $"{path} is a folder.");
        }

        if (Files.Keys.FirstOrDefault(other => path.StartsWith(other + "/", StringComparison.Ordinal)) is { } file)
        {
            throw CodeCommitErrors.Of("DirectoryNameConflictsWithFileName", $"{file} is a file, not a folder.");
        }

        Files = Files.SetItem(path, new GitFile(content, mode ?? Files.GetValueOrDefault(path)?.Mode ?? GitFile.Normal));
    }

    public GitFile Remove(string path)
    {
        if (!Files.TryGetValue(path, out var file))
        {
            throw CodeCommitErrors.Of("FileDoesNotExist", $"Could not find path {path}");
        }

        Files = Files.Remove(path);
        return file;
    }

    public Commit Commit(string? author, string? email, string message)
    {
        var commit = new Commit(new GitTree(Files), _parent is null ? [] : [_parent.Id], author ?? "root", email ?? string.Empty, message, _state.World.Now);
        _state.Move(_repository, _branch, commit);
        return commit;
    }
}
