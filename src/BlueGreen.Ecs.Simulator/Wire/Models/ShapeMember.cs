namespace BlueGreen.Ecs.Simulator.Wire.Models;

/// <summary>A member of a structure.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Shape">What it is.</param>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="Limits">The bounds of a text's length, a number, or a list's count; none where the model has none.</param>
internal sealed record ShapeMember(string Name, Shape Shape, bool IsRequired, ShapeLimits? Limits)
{
    /// <summary>Whether its value must not be shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Where it stands in a REST protocol, and its name in answers of EC2. Default: in the body, under its own name.</summary>
    public MemberPlace Place { get; init; } = MemberPlace.Parse(Name, []);
}
