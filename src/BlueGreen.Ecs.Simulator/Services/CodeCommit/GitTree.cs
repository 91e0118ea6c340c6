using System.Collections.Immutable;

namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>All files of a commit by path, and the ids of its folders.</summary>
internal sealed class GitTree(ImmutableSortedDictionary<string, GitFile> files)
{
    public static GitTree Empty { get; } = new(ImmutableSortedDictionary.Create<string, GitFile>(StringComparer.Ordinal));

    public ImmutableSortedDictionary<string, GitFile> Files => files;

    public string Id { get; } = IdOf(files, string.Empty);

    /// <returns>The names of the folders right below a folder (<c>""</c> is the root), each with its tree's id.</returns>
    public IEnumerable<(string Name, string TreeId)> Folders(string folder)
    {
        var prefix = PrefixOf(folder);
        return files.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && path.IndexOf('/', prefix.Length) >= 0)
            .Select(path => path[prefix.Length..path.IndexOf('/', prefix.Length)])
            .Distinct(StringComparer.Ordinal)
            .Select(name => (name, IdOf(files, prefix + name)));
    }

    /// <returns>The files right in a folder, by name.</returns>
    public IEnumerable<(string Name, GitFile File)> FilesIn(string folder)
    {
        var prefix = PrefixOf(folder);
        return files.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal) && file.Key.IndexOf('/', prefix.Length) < 0)
            .Select(file => (file.Key[prefix.Length..], file.Value));
    }

    public bool HasFolder(string folder) => folder.Length == 0 || files.Keys.Any(path => path.StartsWith(PrefixOf(folder), StringComparison.Ordinal));

    public string FolderId(string folder) => IdOf(files, folder);

    public FileSet ToFileSet() => files.Aggregate(FileSet.Empty, (set, file) => set.With(file.Key, file.Value.Content));

    private static string IdOf(ImmutableSortedDictionary<string, GitFile> files, string folder)
    {
        var prefix = PrefixOf(folder);
        var below = files.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal)).ToLookup(file => file.Key[prefix.Length..].Split('/') is [var name] ? (name, false) : (file.Key[prefix.Length..].Split('/')[0], true));
        return GitObjects.Tree(below.Select(entry => entry.Key.Item2
            ? new GitTreeEntry(entry.Key.Item1, "40000", IdOf(files, prefix + entry.Key.Item1))
            : new GitTreeEntry(entry.Key.Item1, ModeOf(entry.First().Value), entry.First().Value.BlobId)));
    }

    private static string ModeOf(GitFile file) => file.Mode switch { "EXECUTABLE" => "100755", "SYMLINK" => "120000", _ => "100644" };

    private static string PrefixOf(string folder) => folder.Length == 0 ? string.Empty : folder + "/";
}
