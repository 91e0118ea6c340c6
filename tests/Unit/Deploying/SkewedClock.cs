namespace BlueGreen.Ecs.Tests.Unit.Deploying;

/// <summary>The clock of a machine that is ahead of AWS's, or behind it.</summary>
internal sealed class SkewedClock(TimeProvider aws, TimeSpan ahead) : TimeProvider
{
    public override long TimestampFrequency => aws.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => aws.GetUtcNow() + ahead;

    public override long GetTimestamp() => aws.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => aws.CreateTimer(callback, state, dueTime, period);
}
