namespace BlueGreen.Ecs;

/// <summary>Which kinds of a service's scaling rest; Application Auto Scaling's <c>SuspendedState</c>.</summary>
/// <param name="ScalingIn">Whether policies remove no tasks.</param>
/// <param name="ScalingOut">Whether policies add no tasks.</param>
/// <param name="Scheduled">Whether scheduled actions change nothing.</param>
public sealed record ScalingSuspension(bool ScalingIn, bool ScalingOut, bool Scheduled)
{
    /// <summary>Nothing rests.</summary>
    public static ScalingSuspension None { get; } = new(ScalingIn: false, ScalingOut: false, Scheduled: false);

    /// <summary>All scaling rests.</summary>
    public static ScalingSuspension All { get; } = new(ScalingIn: true, ScalingOut: true, Scheduled: true);
}
