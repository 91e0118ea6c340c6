using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>A repository: commits, and branches that point to them.</summary>
internal sealed class GitRepository(string id, string name, string arn, string account, string region, DateTimeOffset created)
{
    private readonly DateTimeOffset _created = created;

    public string Id => id;

    public string Name => name;

    public string Arn => arn;

    public string? Description { get; init; }

    /// <summary>The first branch that there was, unless another was chosen.</summary>
    public string? DefaultBranch { get; set; }

    public DateTimeOffset Modified { get; set; } = created;

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>The commit at the head of each branch.</summary>
    public SortedDictionary<string, Commit> Branches { get; } = new(StringComparer.Ordinal);

    /// <summary>By id.</summary>
    public Dictionary<string, Commit> Commits { get; } = new(StringComparer.Ordinal);

    public string CloneUrl => $"https://git-codecommit.{region}.amazonaws.com/v1/repos/{name}";

    /// <exception cref="AwsErrorException">There is no such branch.</exception>
    public Commit Branch(string branch) => Branches.GetValueOrDefault(branch)
        ?? throw CodeCommitErrors.Of("BranchDoesNotExist", $"Branch {branch} does not exist");

    /// <param name="specifier">A branch, <c>refs/heads/…</c> or a commit's id; none means the default branch.</param>
    public Commit? Find(string? specifier)
    {
        const string Heads = "refs/heads/";
        var wanted = specifier ?? DefaultBranch ?? string.Empty;
        var branch = wanted.StartsWith(Heads, StringComparison.Ordinal) ? wanted[Heads.Length..] : wanted;
        return Branches.GetValueOrDefault(branch) ?? Commits.GetValueOrDefault(wanted);
    }

    /// <exception cref="AwsErrorException">There is no such commit.</exception>
    public Commit Resolve(string? specifier) => Find(specifier)
        ?? throw CodeCommitErrors.Of("CommitDoesNotExist", $"Could not find the commit {specifier ?? "at the head of the default branch"} in {name}");

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["accountId"] = account,
            ["repositoryId"] = id,
            ["repositoryName"] = name,
            ["lastModifiedDate"] = Modified.ToJson(),
            ["creationDate"] = _created.ToJson(),
            ["cloneUrlHttp"] = CloneUrl,
            ["cloneUrlSsh"] = $"ssh://git-codecommit.{region}.amazonaws.com/v1/repos/{name}",
            ["Arn"] = arn,
        };
        json.SetUnlessNull("repositoryDescription", Description);
        json.SetUnlessNull("defaultBranch", DefaultBranch);
        return json;
    }
}
