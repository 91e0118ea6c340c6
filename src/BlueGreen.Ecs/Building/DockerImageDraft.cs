namespace BlueGreen.Ecs;

/// <summary>What a build of an image was told so far.</summary>
internal sealed record DockerImageDraft
{
    public required EcrRepository Repository { get; init; }

    public string Context { get; init; } = ".";

    public string? Dockerfile { get; init; }

    public string? Platform { get; init; }

    public EquatableArray<NamedValue> Arguments { get; init; }

    /// <summary>Docker Hub's user and token, as references into Secrets Manager. Default: none.</summary>
    public EquatableArray<NamedValue> Secrets { get; init; }

    /// <summary>Docker Hub's user and token, as names in Parameter Store. Default: none.</summary>
    public EquatableArray<NamedValue> Parameters { get; init; }

    public EquatableArray<string> Artifacts { get; init; } = ["imageDetail.json", "taskdef.json", "appspec.yaml"];

    public bool LogsInToDockerHub => Secrets.Count + Parameters.Count > 0;
}
