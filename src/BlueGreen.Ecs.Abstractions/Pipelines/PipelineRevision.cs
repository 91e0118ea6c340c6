namespace BlueGreen.Ecs;

/// <summary>What a source action brought into an execution. Mirrors <see href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ArtifactRevision.html">ArtifactRevision</see>.</summary>
/// <param name="Artifact">The artifact's name in the pipeline.</param>
/// <param name="Id">The commit's id, the image's digest or the object's version.</param>
/// <param name="Message">The commit's message; secrets in it are masked. <see langword="null"/> where AWS tells none.</param>
/// <param name="Link">Where a person can look at it. <see langword="null"/> where AWS tells none.</param>
public sealed record PipelineRevision(string Artifact, string Id, string? Message, string? Link)
{
    /// <summary>The id, and the message where there is one.</summary>
    public override string ToString() => Message is null ? Id : $"{Id} ({Message})";
}
