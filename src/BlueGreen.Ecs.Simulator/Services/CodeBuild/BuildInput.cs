namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>What a build starts from.</summary>
internal sealed record BuildInput
{
    /// <summary>Who started it: <c>root</c>, or <c>codepipeline/NAME</c>.</summary>
    public string Initiator { get; init; } = "root";

    public string? SourceVersion { get; init; }

    public string? ResolvedSourceVersion { get; init; }

    public FileSet Source { get; init; } = FileSet.Empty;

    public IReadOnlyDictionary<string, FileSet> SecondarySources { get; init; } = new Dictionary<string, FileSet>(StringComparer.Ordinal);
}
