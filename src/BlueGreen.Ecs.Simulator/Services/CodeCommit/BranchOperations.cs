using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>The operations on branches, and GetCommit.</summary>
internal static class BranchOperations
{
    private const int PageSize = 1000;

    public static JsonObject Create(CodeCommitState state, JsonObject input)
    {
        var (repository, branch, id) = (state.Repository(input.Text("repositoryName")!), input.Text("branchName")!, input.Text("commitId")!);
        CheckName(branch);
        if (repository.Branches.ContainsKey(branch))
        {
            throw CodeCommitErrors.Of("BranchNameExists", $"Branch {branch} already exists in {repository.Name}");
        }

        state.Move(repository, branch, repository.Commits.GetValueOrDefault(id) ?? throw CodeCommitErrors.Of("CommitDoesNotExist", $"Commit {id} does not exist in {repository.Name}"));
        return [];
    }

    public static JsonObject Get(CodeCommitState state, JsonObject input)
    {
        var branch = input.Text("branchName") ?? throw CodeCommitErrors.Of("BranchNameRequired", "A branch name is required.");
        return new JsonObject { ["branch"] = ToJson(branch, Of(state, input).Branch(branch)) };
    }

    public static JsonObject List(CodeCommitState state, JsonObject input)
    {
        var (page, next) = TokenPaging.Take(Of(state, input).Branches.Keys, input.Text("nextToken"), PageSize, "InvalidContinuationTokenException");
        return new JsonObject { ["branches"] = page.ToJson(), ["nextToken"] = next };
    }

    public static JsonObject Delete(CodeCommitState state, JsonObject input)
    {
        var (repository, branch) = (Of(state, input), input.Text("branchName")!);
        if (repository.DefaultBranch == branch)
        {
            throw CodeCommitErrors.Of("DefaultBranchCannotBeDeleted", $"{branch} is the default branch of {repository.Name} and cannot be deleted.");
        }

        return repository.Branches.Remove(branch, out var head) ? new JsonObject { ["deletedBranch"] = ToJson(branch, head) } : [];
    }

    public static JsonObject GetCommit(CodeCommitState state, JsonObject input)
    {
        var id = input.Text("commitId")!;
        return Of(state, input).Commits.TryGetValue(id, out var commit)
            ? new JsonObject { ["commit"] = commit.ToJson() }
            : throw CodeCommitErrors.Of("CommitIdDoesNotExist", $"Commit {id} does not exist");
    }

    /// <exception cref="AwsErrorException">Git would not take the name.</exception>
    public static void CheckName(string branch)
    {
        if (branch.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || "~^:?*[\\".Contains(letter, StringComparison.Ordinal))
            || branch.Contains("..", StringComparison.Ordinal) || branch.StartsWith('/') || branch.EndsWith('/') || branch.EndsWith('.'))
        {
            throw CodeCommitErrors.Of("InvalidBranchName", $"The branch name '{branch}' is not valid in Git.");
        }
    }

    private static GitRepository Of(CodeCommitState state, JsonObject input) =>
        state.Repository(input.Text("repositoryName") ?? throw CodeCommitErrors.Of("RepositoryNameRequired", "A repository name is required."));

    private static JsonObject ToJson(string branch, Commit head) => new() { ["branchName"] = branch, ["commitId"] = head.Id };
}
