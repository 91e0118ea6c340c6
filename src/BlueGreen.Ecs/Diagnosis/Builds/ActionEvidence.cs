namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>What CodePipeline says of an action that failed; rules look only at this. All text is fit to be quoted.</summary>
internal sealed record ActionEvidence
{
    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The stage's name.</summary>
    public required string Stage { get; init; }

    /// <summary>The action's name.</summary>
    public required string Action { get; init; }

    /// <summary>Such as <c>Deploy</c>.</summary>
    public string Category { get; init; } = string.Empty;

    /// <summary>Such as <c>CodeDeployToECS</c>.</summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>CodePipeline's error code, such as <c>PermissionError</c>; empty where it has none.</summary>
    public string Code { get; init; } = string.Empty;

    /// <summary>CodePipeline's words; empty where it has none.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>What the action did elsewhere: a build's id, or a deployment's. Default: nothing.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The role that the action has.</summary>
    public string Role { get; init; } = "the pipeline's role";

    /// <summary>The action's configuration.</summary>
    public EquatableArray<NamedValue> Configuration { get; init; }

    /// <summary>The action, for people.</summary>
    public string Subject => $"{Pipeline}: {Stage}/{Action}";

    /// <summary>The error as one line.</summary>
    public string Line => Code.Length > 0 ? $"{Code}: {Message}" : Message;

    /// <summary>A value of the configuration; <see langword="null"/> where it is not set.</summary>
    public string? Setting(string name) => Configuration.FirstOrDefault(setting => setting.Name == name)?.Value;
}
