using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>The operations on single files and folders.</summary>
internal static class FileOperations
{
    public static JsonObject Get(CodeCommitState state, JsonObject input)
    {
        var repository = state.Repository(input.Text("repositoryName")!);
        var (path, commit) = (CommitEdit.CheckPath(input.Text("filePath")!), repository.Resolve(input.Text("commitSpecifier")));
        return commit.Tree.Files.TryGetValue(path, out var file)
            ? new JsonObject
            {
                ["commitId"] = commit.Id,
                ["blobId"] = file.BlobId,
                ["filePath"] = path,
                ["fileMode"] = file.Mode,
                ["fileSize"] = file.Content.Length,
                ["fileContent"] = Convert.ToBase64String(file.Content),
            }
            : throw CodeCommitErrors.Of("FileDoesNotExist", $"Could not find path {path}");
    }

    public static JsonObject Put(CodeCommitState state, JsonObject input)
    {
        var edit = CommitEdit.Begin(state, input);
        var (path, content) = (CommitEdit.CheckPath(input.Text("filePath")!), Convert.FromBase64String(input.Text("fileContent")!));
        var before = edit.Files.GetValueOrDefault(path);
        edit.Put(path, content, input.Text("fileMode"));
        var file = edit.Files[path];
        if (before == file || (before is not null && before.Mode == file.Mode && before.BlobId == file.BlobId))
        {
            throw CodeCommitErrors.Of("SameFileContent", $"The content of {path} is the same as in the commit before.");
        }

        var commit = edit.Commit(input.Text("name"), input.Text("email"), input.Text("commitMessage") ?? $"Added {path}");
        return new JsonObject { ["commitId"] = commit.Id, ["blobId"] = file.BlobId, ["treeId"] = commit.Tree.Id };
    }

    public static JsonObject Delete(CodeCommitState state, JsonObject input)
    {
        var edit = CommitEdit.Begin(state, input);
        var path = CommitEdit.CheckPath(input.Text("filePath")!);
        var removed = edit.Remove(path);
        var commit = edit.Commit(input.Text("name"), input.Text("email"), input.Text("commitMessage") ?? $"Deleted {path}");
        return new JsonObject { ["commitId"] = commit.Id, ["blobId"] = removed.BlobId, ["treeId"] = commit.Tree.Id, ["filePath"] = path };
    }

    public static JsonObject GetFolder(CodeCommitState state, JsonObject input)
    {
        var commit = state.Repository(input.Text("repositoryName")!).Resolve(input.Text("commitSpecifier"));
        var folder = input.Text("folderPath")!.Trim('/');
        if (!commit.Tree.HasFolder(folder))
        {
            throw CodeCommitErrors.Of("FolderDoesNotExist", $"Could not find the folder {folder}");
        }

        var prefix = folder.Length == 0 ? string.Empty : folder + "/";
        var files = commit.Tree.FilesIn(folder).ToLookup(one => one.File.Mode is "SYMLINK", one => new JsonObject
        {
            ["blobId"] = one.File.BlobId,
            ["absolutePath"] = prefix + one.Name,
            ["relativePath"] = one.Name,
            ["fileMode"] = one.File.Mode,
        });
        return new JsonObject
        {
            ["commitId"] = commit.Id,
            ["folderPath"] = folder,
            ["treeId"] = commit.Tree.FolderId(folder),
            ["subFolders"] = commit.Tree.Folders(folder)
                .ToJson(one => new JsonObject { ["treeId"] = one.TreeId, ["absolutePath"] = prefix + one.Name, ["relativePath"] = one.Name }),
            ["files"] = files[false].ToJson(),
            ["symbolicLinks"] = files[true].ToJson(),
            ["subModules"] = new JsonArray(),
        };
    }
}
