namespace BlueGreen.Ecs;

/// <summary>The CodeBuild project that makes an environment's images. Mirrors <see href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html">CreateProject</see>.</summary>
public sealed record EnvironmentBuild
{
    /// <summary>The project's name, 2 to 150 letters, digits, hyphens and underscores. Default of the builder: as the environment.</summary>
    public string Project { get; init; } = string.Empty;

    /// <summary>Where the buildspec is in the source. Default: <c>buildspec.yml</c>.</summary>
    public string BuildSpecPath { get; init; } = "buildspec.yml";

    /// <summary>The buildspec itself, which the project then holds. Default: none, it is in the source.</summary>
    public BuildSpec? BuildSpec { get; init; }

    /// <summary>What the build runs on. Default: <c>aws/codebuild/standard:7.0</c>.</summary>
    public string Image { get; init; } = "aws/codebuild/standard:7.0";

    /// <summary>Processors and memory. Default: <c>BUILD_GENERAL1_SMALL</c>.</summary>
    public string ComputeType { get; init; } = "BUILD_GENERAL1_SMALL";

    /// <summary>The kind of machine. Default: <c>LINUX_CONTAINER</c>.</summary>
    public string EnvironmentType { get; init; } = "LINUX_CONTAINER";

    /// <summary>Whether the build may run Docker. Default: yes.</summary>
    public bool IsPrivileged { get; init; } = true;

    /// <summary>Variables of every build. Default: none.</summary>
    public EquatableArray<BuildVariable> Variables { get; init; }

    /// <summary>The role that builds take on. Default of the builder: <c>codebuild-PROJECT-service-role</c>.</summary>
    public EnvironmentResource? Role { get; init; }
}
