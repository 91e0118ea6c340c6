using System.Collections.Concurrent;
using Amazon.CodeDeploy.Model;

namespace BlueGreen.Ecs.Engines.CodeDeploy;

/// <summary>
/// How long deployments have been over, also where this machine's clock and AWS's differ by minutes: from the look that first showed the end. Only a time-out rests on it, so
/// that a process which has not seen the end before merely waits a little longer.
/// </summary>
internal sealed class SeenEnds(TimeProvider clock)
{
    private const int Most = 1000;

    // Clocks that differ by more are not served by AWS at all.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, long> _seen = new(StringComparer.Ordinal);

    /// <summary>AWS's time, as far as the end of a deployment tells it; otherwise this machine's.</summary>
    public DateTimeOffset Now(DeploymentInfo info)
    {
        var now = clock.GetUtcNow();
        if (info.CompleteTime is not { } completed)
        {
            return now;
        }

        var ended = new DateTimeOffset(completed.ToUniversalTime(), TimeSpan.Zero);
        if ((now - ended).Duration() > MostSkew)
        {
            return now;
        }

        if (_seen.Count >= Most)
        {
            _seen.Clear();
        }

        return ended + clock.GetElapsedTime(_seen.GetOrAdd(info.DeploymentId, _ => clock.GetTimestamp()));
    }
}
