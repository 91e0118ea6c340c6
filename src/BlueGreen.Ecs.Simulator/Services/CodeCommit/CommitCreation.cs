using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>CreateCommit: many files at once.</summary>
internal static class CommitCreation
{
    private const int MostFiles = 100;

    public static JsonObject Create(CodeCommitState state, JsonObject input)
    {
        var edit = CommitEdit.Begin(state, input);
        var (puts, deletes, modes) = (input.Objects("putFiles"), input.Objects("deleteFiles"), input.Objects("setFileModes"));
        Check([.. puts.Concat(deletes).Concat(modes).Select(entry => CommitEdit.CheckPath(entry.Text("filePath")!))]);
        foreach (var put in puts)
        {
            Put(edit, put);
        }

        foreach (var delete in deletes)
        {
            edit.Remove(CommitEdit.CheckPath(delete.Text("filePath")!));
        }

        foreach (var change in modes)
        {
            var path = CommitEdit.CheckPath(change.Text("filePath")!);
            edit.Put(path, Existing(edit, path).Content, change.Text("fileMode"));
        }

        return Finish(edit, input);
    }

    private static void Check(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
        {
            throw CodeCommitErrors.Of("FileEntryRequired", "At least one file must be put, deleted, or given another mode.");
        }

        if (paths.Count > MostFiles)
        {
            throw CodeCommitErrors.Of("MaximumFileEntriesExceeded", $"{paths.Count} files are changed; at most {MostFiles} are allowed in one commit.");
        }

        if (paths.GroupBy(path => path, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw CodeCommitErrors.Of("SamePathRequest", $"The path {twice.Key} occurs more than once.");
        }
    }

    private static void Put(CommitEdit edit, JsonObject put)
    {
        var path = CommitEdit.CheckPath(put.Text("filePath")!);
        var (content, source) = (put.Text("fileContent"), put.Object("sourceFile"));
        if (content is not null)
        {
            edit.Put(path, source is null ? Convert.FromBase64String(content) : throw Both(path), put.Text("fileMode"));
            return;
        }

        if (source is null)
        {
            throw CodeCommitErrors.Of("SourceFileOrContentRequired", $"The file {path} needs a content or a source file.");
        }

        var from = CommitEdit.CheckPath(source.Text("filePath")!);
        var original = Existing(edit, from);
        if (source.Flag("isMove") is true)
        {
            edit.Remove(from);
        }

        edit.Put(path, original.Content, put.Text("fileMode") ?? original.Mode);
    }

    private static JsonObject Finish(CommitEdit edit, JsonObject input)
    {
        var (before, after) = (edit.Before, edit.Files);
        var added = after.Where(file => !before.ContainsKey(file.Key)).ToList();
        var updated = after.Where(file => before.TryGetValue(file.Key, out var old) && (old.BlobId != file.Value.BlobId || old.Mode != file.Value.Mode)).ToList();
        var deleted = before.Where(file => !after.ContainsKey(file.Key)).ToList();
        if (added.Count + updated.Count + deleted.Count == 0)
        {
            throw CodeCommitErrors.Of("NoChange", "The commit would change nothing.");
        }

        var commit = edit.Commit(input.Text("authorName"), input.Text("email"), input.Text("commitMessage", ""));
        return new JsonObject
        {
            ["commitId"] = commit.Id,
            ["treeId"] = commit.Tree.Id,
            ["filesAdded"] = Describe(added),
            ["filesUpdated"] = Describe(updated),
            ["filesDeleted"] = Describe(deleted),
        };
    }

    private static AwsErrorException Both(string path) =>
        CodeCommitErrors.Of("FileContentAndSourceFileSpecified", $"The file {path} has both a content and a source file.");

    private static GitFile Existing(CommitEdit edit, string path) => edit.Files.GetValueOrDefault(path)
        ?? throw CodeCommitErrors.Of("FileDoesNotExist", $"Could not find path {path}");

    private static JsonArray Describe(IEnumerable<KeyValuePair<string, GitFile>> files) =>
        files.ToJson(file => new JsonObject { ["absolutePath"] = file.Key, ["blobId"] = file.Value.BlobId, ["fileMode"] = file.Value.Mode });
}
