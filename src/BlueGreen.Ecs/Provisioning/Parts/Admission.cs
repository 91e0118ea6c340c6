namespace BlueGreen.Ecs.Provisioning.Parts;

/// <summary>Who may reach a port.</summary>
/// <param name="Port">The TCP port.</param>
/// <param name="Range">A range of addresses.</param>
/// <param name="Group">A security group, instead.</param>
internal sealed record Admission(int Port, string? Range = null, string? Group = null)
{
    public override string ToString() => FormattableString.Invariant($"{Range ?? Group} to port {Port}");
}
