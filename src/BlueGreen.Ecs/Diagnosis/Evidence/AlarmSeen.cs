namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>An alarm of the deployment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</param>
/// <param name="Reason">Why it is in that state. Default: not told.</param>
/// <param name="ChangedAt">Since when it is, in UTC. Default: not told.</param>
internal sealed record AlarmSeen(string Name, string State, string? Reason = null, DateTime? ChangedAt = null)
{
    public bool IsRed => State == "ALARM";
}
