namespace BlueGreen.Ecs;

/// <summary>One phase of a build. Mirrors <c>phases.…</c> of the buildspec.</summary>
public sealed record BuildSpecPhase
{
    /// <summary>The Linux user that runs its commands. Default: none, the buildspec's.</summary>
    public string? RunAs { get; init; }

    /// <summary>What happens when a command fails: <c>ABORT</c>, <c>CONTINUE</c>, or one of the newer forms that retry. Default: none, <c>ABORT</c>.</summary>
    public string? OnFailure { get; init; }

    /// <summary>The runtimes that CodeBuild provides, such as <c>dotnet</c> and <c>10.0</c>; of the install phase only.</summary>
    public EquatableArray<NamedValue> RuntimeVersions { get; init; }

    /// <summary>The commands, which run one after the other until one fails.</summary>
    public EquatableArray<string> Commands { get; init; }

    /// <summary>Commands that run in any case after the others.</summary>
    public EquatableArray<string> Finally { get; init; }

    /// <summary>Members that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
