namespace BlueGreen.Ecs.Tests.Unit.Gallery;

/// <summary>How a trouble was named.</summary>
/// <param name="Name">What went wrong.</param>
internal sealed record GalleryRow(string Name)
{
    /// <summary>The codes that were found before, the worst first.</summary>
    public EquatableArray<string> Before { get; init; }

    /// <summary>The codes of the causes, the most likely first.</summary>
    public EquatableArray<string> After { get; init; }

    /// <summary>What AWS said.</summary>
    public string? Reason { get; init; }

    /// <summary>From the start of the deployment until the cause was named, in virtual time.</summary>
    public double Seconds { get; init; }
}
