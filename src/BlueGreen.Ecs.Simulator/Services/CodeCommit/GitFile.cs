namespace BlueGreen.Ecs.Simulator.Services.CodeCommit;

/// <summary>A file of a commit.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Mode"><c>NORMAL</c>, <c>EXECUTABLE</c> or <c>SYMLINK</c>.</param>
internal sealed record GitFile(byte[] Content, string Mode)
{
    public const string Normal = "NORMAL";

    /// <summary>The id that Git gives to these bytes.</summary>
    public string BlobId { get; } = GitObjects.Blob(Content);
}
