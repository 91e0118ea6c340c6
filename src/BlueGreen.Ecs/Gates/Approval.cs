namespace BlueGreen.Ecs;

/// <summary>One question for approval. The first answer counts. Safe for use by many threads.</summary>
public sealed class Approval
{
    private readonly TaskCompletionSource<GateVerdict> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Approval(GateContext context, DateTimeOffset until) => (Context, Until) = (context, until);

    /// <summary>What is to be approved.</summary>
    public GateContext Context { get; }

    /// <summary>When the time to answer is over.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>Who has answered. Default: nobody.</summary>
    public string? AnsweredBy { get; private set; }

    internal Task<GateVerdict> Answer => _answer.Task;

    /// <summary>The deployment goes on.</summary>
    /// <param name="by">Who says so.</param>
    /// <returns>Whether the answer counts: it is the first, and in time.</returns>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    public bool Approve(string by)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return TryAnswer(GateVerdict.Continue, by);
    }

    /// <summary>The deployment is rolled back.</summary>
    /// <param name="by">Who says so.</param>
    /// <param name="reason">Why, in one sentence.</param>
    /// <returns>Whether the answer counts: it is the first, and in time.</returns>
    /// <exception cref="ArgumentException">Nobody is named, or no reason is given.</exception>
    public bool Reject(string by, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return TryAnswer(GateVerdict.RollBack($"Rejected by {by}: {reason}"), by);
    }

    internal bool TryAnswer(GateVerdict verdict, string? by)
    {
        lock (_answer)
        {
            if (Answer.IsCompleted)
            {
                return false;
            }

            AnsweredBy = by;
            return _answer.TrySetResult(verdict);
        }
    }
}
