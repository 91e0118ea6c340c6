namespace BlueGreen.Ecs;

/// <summary>The documents of one deployment, as far as they are known. A rule looks at those that it needs.</summary>
public sealed record DocumentSet
{
    /// <summary>The task definition. Default: none.</summary>
    public Document<TaskDefinition>? TaskDefinition { get; init; }

    /// <summary>The AppSpec. Default: none.</summary>
    public Document<AppSpec>? AppSpec { get; init; }

    /// <summary>The build that makes the image. Default: none.</summary>
    public Document<BuildSpec>? BuildSpec { get; init; }
}
