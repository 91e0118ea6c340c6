namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>An artifact of a buildspec.</summary>
/// <param name="Files">Patterns of paths.</param>
/// <param name="BaseDirectory">Where they start from; empty for the source's folder.</param>
/// <param name="DiscardsPaths">Whether only the files' names are kept.</param>
/// <param name="Excluded">Patterns of paths that are left out.</param>
internal sealed record BuildSpecArtifact(IReadOnlyList<string> Files, string BaseDirectory, bool DiscardsPaths, IReadOnlyList<string> Excluded)
{
    /// <summary>The artifact's files among those that the build has left behind.</summary>
    /// <exception cref="BuildFailureException">There is none.</exception>
    public FileSet Collect(FileSet files)
    {
        var folder = BaseDirectory.Trim('/') is { Length: > 0 } and not "." ? BaseDirectory.Trim('/') + "/" : string.Empty;
        var within = files.Paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .Aggregate(FileSet.Empty, (set, path) => set.With(path[folder.Length..], files.Bytes(path)!));
        if (folder.Length > 0 && within.Count == 0)
        {
            throw new BuildFailureException("CLIENT_ERROR", $"no matching base directory path found for {BaseDirectory}");
        }

        var left = within.Matching(Excluded).Select(file => file.Key).ToHashSet(StringComparer.Ordinal);
        var found = within.Matching(Files).Where(file => !left.Contains(file.Key))
            .Aggregate(FileSet.Empty, (set, file) => set.With(DiscardsPaths ? file.Key[(file.Key.LastIndexOf('/') + 1)..] : file.Key, file.Value));
        return found.Count > 0 ? found : throw new BuildFailureException("CLIENT_ERROR", "no matching artifact paths found");
    }
}
