namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>A member of a structure.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Shape">What it is.</param>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="Limits">The bounds of a text's length, a number, or a list's count; none where the model has none.</param>
internal sealed record ShapeMember(string Name, Shape Shape, bool IsRequired, ShapeLimits? Limits)
{
    /// <summary>What answers of EC2 call it. Default: its name.</summary>
    public string Answered { get; init; } = Name;

    /// <summary>What requests of EC2 call it: as answers do, with a capital.</summary>
    public string Asked => char.ToUpperInvariant(Answered[0]) + Answered[1..];
}
