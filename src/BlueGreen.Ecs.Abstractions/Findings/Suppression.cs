namespace BlueGreen.Ecs;

/// <summary>Says that findings of one code are known and accepted. They are still told, with the reason, and do not keep a deployment from starting.</summary>
/// <param name="Code">The code, such as <c>BG133</c>.</param>
/// <param name="Because">Why that is right here, for whoever reads the plan.</param>
public sealed record Suppression(string Code, string Because)
{
    /// <summary><c>BG133: the image is rebuilt nightly</c>.</summary>
    public override string ToString() => $"{Code}: {Because}";
}
