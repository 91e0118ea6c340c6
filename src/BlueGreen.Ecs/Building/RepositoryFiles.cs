using System.Text;

namespace BlueGreen.Ecs;

/// <summary>Reads the files of a repository's first commit, within the limits of one CreateCommit.</summary>
internal static class RepositoryFiles
{
    private const int MostFiles = 100;
    private const int LargestFile = 6 * 1024 * 1024;
    private const int LargestCommit = 20 * 1024 * 1024;

    /// <summary>Reads all; of two files with one path the later counts.</summary>
    /// <param name="contents">Directories and files, in the order of their calls.</param>
    /// <param name="problem">Told of what is wrong.</param>
    public static EquatableArray<RepositoryFile> Read(EquatableArray<PipelineDraft.Content> contents, Action<string, string> problem)
    {
        var files = new SortedDictionary<string, RepositoryFile>(StringComparer.Ordinal);
        foreach (var content in contents)
        {
            foreach (var file in content.Text is { } text ? One(content, text, problem) : All(content, problem))
            {
                files[file.Path] = file;
            }
        }

        var call = contents.Count == 0 ? string.Empty : contents[^1].Call;
        if (files.Count > MostFiles)
        {
            problem(call, $"There are {files.Count} files; one commit takes {MostFiles}. Give those that the pipeline needs first, and push the rest.");
        }

        if (files.Values.Sum(file => (long)file.Content.Count) is > LargestCommit and var size)
        {
            problem(call, FormattableString.Invariant($"The files have {size} bytes together; one commit takes {LargestCommit}. Give those that the pipeline needs first, and push the rest."));
        }

        return files.Values.ToEquatableArray();
    }

    private static IEnumerable<RepositoryFile> One(PipelineDraft.Content content, string text, Action<string, string> problem)
    {
        if (content.Path.Split('/').Any(part => part is "" or "." or ".." or ".git") || content.Path.Contains('\\', StringComparison.Ordinal))
        {
            problem(content.Call, $"'{content.Path}' is no path within a repository. Write it from its root, with slashes: src/index.js.");
            return [];
        }

        return Checked(content, new(content.Path, [.. Encoding.UTF8.GetBytes(text)]), problem);
    }

    private static List<RepositoryFile> All(PipelineDraft.Content content, Action<string, string> problem)
    {
        if (!Directory.Exists(content.Path))
        {
            problem(content.Call, $"There is no directory '{Path.GetFullPath(content.Path)}'.");
            return [];
        }

        var files = new List<RepositoryFile>();
        try
        {
            foreach (var path in Walk(new DirectoryInfo(content.Path)))
            {
                files.AddRange(Read(content, path, problem));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem(content.Call, $"The directory cannot be read: {exception.Message}");
        }

        return files;
    }

    private static IEnumerable<FileInfo> Walk(DirectoryInfo directory) => directory.EnumerateFileSystemInfos()
        .Where(entry => entry.LinkTarget is null && entry.Name != ".git")
        .SelectMany(entry => entry is DirectoryInfo inner ? Walk(inner) : [(FileInfo)entry]);

    // What is too large is not read.
    private static IEnumerable<RepositoryFile> Read(PipelineDraft.Content content, FileInfo file, Action<string, string> problem)
    {
        var path = Path.GetRelativePath(content.Path, file.FullName).Replace('\\', '/');
        if (file.Length > LargestFile)
        {
            problem(content.Call, TooLarge(path, file.Length));
            return [];
        }

        return Checked(content, new(path, [.. File.ReadAllBytes(file.FullName)], !OperatingSystem.IsWindows() && file.UnixFileMode.HasFlag(UnixFileMode.UserExecute)), problem);
    }

    private static IEnumerable<RepositoryFile> Checked(PipelineDraft.Content content, RepositoryFile file, Action<string, string> problem)
    {
        if (file.Content.Count <= LargestFile)
        {
            return [file];
        }

        problem(content.Call, TooLarge(file.Path, file.Content.Count));
        return [];
    }

    private static string TooLarge(string path, long size) => FormattableString.Invariant($"The file {path} has {size} bytes; CodeCommit takes {LargestFile} by its API. Push it with git.");
}
