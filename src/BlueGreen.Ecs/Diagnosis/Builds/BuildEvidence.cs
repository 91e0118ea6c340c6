namespace BlueGreen.Ecs.Diagnosis.Builds;

/// <summary>What CodeBuild and its log say of a build; rules look only at this. All text is fit to be quoted, and no variable's value is in it.</summary>
internal sealed record BuildEvidence
{
    /// <summary>The build's id.</summary>
    public required string Id { get; init; }

    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>Such as <c>FAILED</c> or <c>TIMED_OUT</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The phases, in order.</summary>
    public EquatableArray<BuildPhaseSeen> Phases { get; init; }

    /// <summary>The log's last lines, in order.</summary>
    public EquatableArray<string> Log { get; init; }

    /// <summary>The project's service role.</summary>
    public string Role { get; init; } = "the project's service role";

    /// <summary>Where the source comes from, such as <c>CODECOMMIT</c>.</summary>
    public string SourceType { get; init; } = string.Empty;

    /// <summary>Whether the project runs in privileged mode.</summary>
    public bool IsPrivileged { get; init; }

    /// <summary>How long the build may take, in minutes; 0 where that is not known.</summary>
    public int TimeoutMinutes { get; init; }

    /// <summary>What is odd about variables, such as <c>IMAGE_TAG has '·' U+00B7 (middle dot) at place 3 of 3</c>.</summary>
    public EquatableArray<string> OddVariables { get; init; }

    /// <summary>What is wrong with the buildspec, where the project holds it itself. Default: nothing, or it lies in the source.</summary>
    public string? BuildSpecProblem { get; init; }

    /// <summary>Whether it failed at all.</summary>
    public bool HasFailed => Status is "FAILED" or "FAULT" or "TIMED_OUT" or "STOPPED";

    /// <summary>The phases in which it failed, in order.</summary>
    public IEnumerable<BuildPhaseSeen> Failed => Phases.Where(phase => phase.HasFailed);

    /// <summary>What is said of why it failed: by the phases, then by the log.</summary>
    public IEnumerable<string> Lines => Failed.Select(phase => phase.ToString()).Concat(Log);

    /// <summary>Lines that have one of the words, whatever their capitals.</summary>
    public IEnumerable<string> LinesWith(params IEnumerable<string> words) => Lines.Where(line => words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The phases of a type in which it failed.</summary>
    public IEnumerable<BuildPhaseSeen> FailedIn(string type) => Failed.Where(phase => phase.Type == type);
}
