namespace BlueGreen.Ecs.Simulator;

/// <summary>What a simulated container or load balancer answers.</summary>
/// <param name="StatusCode">The HTTP status code.</param>
/// <param name="Body">The body, as HTML.</param>
public sealed record SimulatedResponse(int StatusCode, string Body)
{
    /// <summary>The header in which every container names the tag of its image.</summary>
    public const string VersionHeader = "x-bluegreen-version";

    /// <summary>The tag of the image that answered, also in the header <c>x-bluegreen-version</c>. Default: none, the load balancer answered itself.</summary>
    public string? Version { get; init; }
}
