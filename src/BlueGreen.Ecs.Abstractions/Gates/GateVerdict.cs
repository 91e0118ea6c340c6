namespace BlueGreen.Ecs;

/// <summary>What a gate decided.</summary>
public sealed record GateVerdict
{
    private GateVerdict(string? reason) => Reason = reason;

    /// <summary>The deployment goes on.</summary>
    public static GateVerdict Continue { get; } = new(reason: null);

    /// <summary>Why the deployment is rolled back; none when it goes on.</summary>
    public string? Reason { get; }

    /// <summary>The deployment is rolled back.</summary>
    /// <param name="reason">Why, in one sentence.</param>
    /// <exception cref="ArgumentException">No reason is given.</exception>
    public static GateVerdict RollBack(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(reason);
    }
}
