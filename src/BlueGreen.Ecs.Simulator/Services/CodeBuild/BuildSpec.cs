namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>A buildspec, as far as the simulator runs it.</summary>
internal sealed record BuildSpec
{
    public required IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; }

    /// <summary>Variables whose values lie in Parameter Store or Secrets Manager, and where.</summary>
    public required IReadOnlyList<(string Name, string Type, string Reference)> Secrets { get; init; }

    public required IReadOnlyList<string> Exported { get; init; }

    public required IReadOnlyDictionary<string, BuildSpecPhase> Phases { get; init; }

    public BuildSpecArtifact? Artifact { get; init; }

    public required IReadOnlyDictionary<string, BuildSpecArtifact> SecondaryArtifacts { get; init; }
}
