namespace BlueGreen.Ecs;

/// <summary>A file of a repository's first commit. Mirrors <see href="https://docs.aws.amazon.com/codecommit/latest/APIReference/API_PutFileEntry.html">PutFileEntry</see>.</summary>
/// <param name="Path">Its path from the repository's root, with slashes.</param>
/// <param name="Content">Its bytes, at most 6 MiB.</param>
/// <param name="IsExecutable">Whether it may be run as a program. Default: no.</param>
public sealed record RepositoryFile(string Path, EquatableArray<byte> Content, bool IsExecutable = false)
{
    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
