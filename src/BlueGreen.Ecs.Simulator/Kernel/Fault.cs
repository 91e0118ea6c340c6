namespace BlueGreen.Ecs.Simulator.Kernel;

/// <summary>What goes wrong with one call.</summary>
/// <param name="Kind">How.</param>
/// <param name="Told">How the history tells it.</param>
internal sealed record Fault(FaultKind Kind, string Told)
{
    /// <summary>The error's code and text, for <see cref="FaultKind.Error"/>.</summary>
    public (string Code, string Message, int Status) Error { get; init; }

    /// <summary>How late the answer comes, in simulated time.</summary>
    public TimeSpan Delay { get; init; }
}
