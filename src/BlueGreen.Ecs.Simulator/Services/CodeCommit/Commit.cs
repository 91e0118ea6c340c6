using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>A commit.</summary>
/// <param name="tree">Its files.</param>
/// <param name="parents">The ids of the commits before it.</param>
/// <param name="author">Who made it.</param>
/// <param name="email">The author's address; empty where none was given.</param>
/// <param name="message">The message.</param>
/// <param name="time">When.</param>
internal sealed class Commit(GitTree tree, IReadOnlyList<string> parents, string author, string email, string message, DateTimeOffset time)
{
    private readonly string _date = string.Create(CultureInfo.InvariantCulture, $"{time.ToUnixTimeSeconds()} +0000");

    public string Id { get; } = GitObjects.Commit(
        tree.Id, parents, string.Create(CultureInfo.InvariantCulture, $"{author} <{email}> {time.ToUnixTimeSeconds()} +0000"), message);

    public GitTree Tree => tree;

    public string Author => author;

    public string Message => message;

    public DateTimeOffset Time => time;

    public JsonObject ToJson()
    {
        var user = new JsonObject { ["name"] = author, ["email"] = email, ["date"] = _date };
        return new JsonObject
        {
            ["commitId"] = Id,
            ["treeId"] = tree.Id,
            ["parents"] = parents.ToJson(),
            ["message"] = message,
            ["author"] = user.Copy(),
            ["committer"] = user,
            ["additionalData"] = string.Empty,
        };
    }
}
