namespace BlueGreen.Ecs;

/// <summary>The tasks of one version.</summary>
/// <param name="Desired">How many are wanted.</param>
/// <param name="Running">How many run.</param>
/// <param name="Pending">How many are on their way.</param>
public sealed record TaskCounts(int Desired, int Running, int Pending)
{
    /// <summary>No tasks.</summary>
    public static TaskCounts None { get; } = new(0, 0, 0);

    /// <summary><c>2/2</c>: running of desired.</summary>
    public override string ToString() => FormattableString.Invariant($"{Running}/{Desired}");
}
