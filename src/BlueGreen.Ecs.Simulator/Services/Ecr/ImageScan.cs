namespace BlueGreen.Ecs.Simulator.Services.Ecr;

/// <summary>A basic scan of an image.</summary>
/// <param name="Started">When it began; another one may begin a day later.</param>
internal sealed record ImageScan(DateTimeOffset Started)
{
    /// <summary>When it was complete; none while it goes on.</summary>
    public DateTimeOffset? Completed { get; set; }

    /// <summary>What it found, the worst first.</summary>
    public IReadOnlyList<ImageVulnerability> Findings { get; set; } = [];
}
