using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>The operations on repositories.</summary>
internal static class RepositoryOperations
{
    private const int PageSize = 1000;

    public static JsonObject Create(CodeCommitState state, JsonObject input)
    {
        var (name, region) = (input.Text("repositoryName")!, state.Region);
        if (!name.All(letter => char.IsAsciiLetterOrDigit(letter) || "._-".Contains(letter, StringComparison.Ordinal)) || name.EndsWith(".git", StringComparison.Ordinal))
        {
            throw CodeCommitErrors.Of("InvalidRepositoryName", $"The repository name {name} is not valid: letters, digits and . _ - are allowed, and no ending .git.");
        }

        if (state.Repositories.ContainsKey(name))
        {
            throw CodeCommitErrors.Of("RepositoryNameExists", $"Repository named {name} already exists");
        }

        var repository = new GitRepository(state.World.Ids.Uuid(), name, region.Arn("codecommit", name), state.World.Account, region.Name, state.World.Now)
        {
            Description = input.Text("repositoryDescription"),
        };
        TagMap.Add(repository.Tags, input.Object("tags"));
        state.Repositories.Add(name, repository);
        return Answer(repository);
    }

    public static JsonObject Get(CodeCommitState state, JsonObject input) => Answer(state.Repository(input.Text("repositoryName")!));

    public static JsonObject List(CodeCommitState state, JsonObject input)
    {
        IEnumerable<GitRepository> found = input.Text("sortBy") is "lastModifiedDate"
            ? state.Repositories.Values.OrderBy(repository => repository.Modified)
            : state.Repositories.Values;
        found = input.Text("order") is "descending" ? found.Reverse() : found;
        var (page, next) = TokenPaging.Take(found, input.Text("nextToken"), PageSize, "InvalidContinuationTokenException");
        return new JsonObject
        {
            ["repositories"] = page.ToJson(repository => new JsonObject { ["repositoryName"] = repository.Name, ["repositoryId"] = repository.Id }),
            ["nextToken"] = next,
        };
    }

    /// <summary>Deletes a repository; an unknown one is passed over.</summary>
    public static JsonObject Delete(CodeCommitState state, JsonObject input) =>
        state.Repositories.Remove(input.Text("repositoryName")!, out var removed) ? new JsonObject { ["repositoryId"] = removed.Id } : [];

    public static JsonObject UpdateDefaultBranch(CodeCommitState state, JsonObject input)
    {
        var (repository, branch) = (state.Repository(input.Text("repositoryName")!), input.Text("defaultBranchName")!);
        repository.Branch(branch);
        repository.DefaultBranch = branch;
        return [];
    }

    public static JsonObject Tag(CodeCommitState state, JsonObject input)
    {
        TagMap.Add(state.ByArn(input.Text("resourceArn")!).Tags, input.Object("tags"));
        return [];
    }

    public static JsonObject Untag(CodeCommitState state, JsonObject input)
    {
        TagList.Remove(state.ByArn(input.Text("resourceArn")!).Tags, input.Texts("tagKeys"));
        return [];
    }

    public static JsonObject ListTags(CodeCommitState state, JsonObject input) => new() { ["tags"] = TagMap.ToJson(state.ByArn(input.Text("resourceArn")!).Tags) };

    private static JsonObject Answer(GitRepository repository) => new() { ["repositoryMetadata"] = repository.ToJson() };
}
