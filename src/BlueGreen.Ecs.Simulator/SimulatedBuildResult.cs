namespace BlueGreen.Ecs.Simulator;

/// <summary>How a build function has ended; see <see cref="AwsSimulator.Builds"/>.</summary>
public sealed record SimulatedBuildResult
{
    private static readonly string[] Phases = ["DOWNLOAD_SOURCE", "INSTALL", "PRE_BUILD", "BUILD", "POST_BUILD", "UPLOAD_ARTIFACTS"];

    private SimulatedBuildResult()
    {
    }

    /// <summary>The files of the primary artifact by path. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Artifacts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Variables that the build exports to its pipeline. Default: none.</summary>
    public IReadOnlyDictionary<string, string> ExportedVariables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The phase that failed, such as <c>BUILD</c>; none when the build succeeded.</summary>
    public string? FailedPhase { get; private init; }

    /// <summary>Why it failed, as the phase's context says it.</summary>
    public string? Message { get; private init; }

    /// <summary>The build succeeds.</summary>
    /// <param name="artifacts">The files of the primary artifact by path, as text; for a blue/green pipeline among them <c>imageDetail.json</c>.</param>
    /// <returns>The result.</returns>
    public static SimulatedBuildResult Succeeded(IReadOnlyDictionary<string, string> artifacts)
    {
        ArgumentNullException.ThrowIfNull(artifacts);
        return new SimulatedBuildResult { Artifacts = artifacts };
    }

    /// <summary>The build fails.</summary>
    /// <param name="phase">One of DOWNLOAD_SOURCE, INSTALL, PRE_BUILD, BUILD, POST_BUILD and UPLOAD_ARTIFACTS.</param>
    /// <param name="message">Why.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">There is no such phase, or none that can fail.</exception>
    public static SimulatedBuildResult Failed(string phase, string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        return Array.IndexOf(Phases, phase) >= 0
            ? new SimulatedBuildResult { FailedPhase = phase, Message = message }
            : throw new ArgumentException($"The phase '{phase}' is not one of {string.Join(", ", Phases)}.", nameof(phase));
    }
}
