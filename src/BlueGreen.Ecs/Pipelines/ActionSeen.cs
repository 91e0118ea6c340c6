namespace BlueGreen.Ecs.Pipelines;

/// <summary>One try of an action, as a look at its execution saw it. All text is fit to be quoted.</summary>
internal sealed record ActionSeen
{
    /// <summary>AWS's id of this try.</summary>
    public required string Id { get; init; }

    public required string Stage { get; init; }

    public required string Action { get; init; }

    /// <summary>Such as <c>Approval</c>.</summary>
    public string Category { get; init; } = string.Empty;

    /// <summary>Such as <c>CodeDeployToECS</c>.</summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>In AWS's words, such as <c>InProgress</c>.</summary>
    public required string Status { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What it does elsewhere. Default: nothing, or not yet.</summary>
    public string? ExternalId { get; init; }

    public string? Link { get; init; }

    /// <summary>What the action says of itself, such as a commit's message or an approver's comment. Default: nothing.</summary>
    public string? Summary { get; init; }

    /// <summary>The error with its code in front. Default: none.</summary>
    public string? Error { get; init; }

    /// <summary>Its configuration, as far as it is of use here.</summary>
    public EquatableArray<NamedValue> Settings { get; init; }

    public bool IsOpen => Status == ActionStatusText.InProgress;

    /// <summary>A value of the configuration; <see langword="null"/> where it is not set.</summary>
    public string? Setting(string name) => Settings.FirstOrDefault(setting => setting.Name == name)?.Value;
}
