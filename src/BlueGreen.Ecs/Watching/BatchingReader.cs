using BlueGreen.Ecs.Planning;

namespace BlueGreen.Ecs.Watching;

/// <summary>
/// Makes few calls of many reads: what is asked for within a moment travels together, and what is asked for twice travels once. Every answer is read after it was asked for,
/// unless the asker takes an old one.
/// </summary>
/// <typeparam name="TKey">What is asked for.</typeparam>
/// <typeparam name="TAnswer">What AWS has of it.</typeparam>
/// <param name="limit">How many keys a call may have.</param>
/// <param name="budget">Where each call takes its token.</param>
/// <param name="call">Reads keys. One that AWS does not know is left out.</param>
/// <param name="clock">The clock of all waits.</param>
internal sealed class BatchingReader<TKey, TAnswer>(int limit, TokenBucket budget, Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TAnswer>>> call, TimeProvider clock)
    where TKey : notnull
    where TAnswer : class
{
    // Timers that are due together fire within this time; a look may be that much later.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(20);

    // Each asker goes on by a timer of its own: in its turn in virtual time, and beside the others in real time.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan OldestAnswer = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, (TAnswer? Answer, long At)> _answers = [];
    private Dictionary<TKey, Asked>? _open;

    /// <summary>Reads one key.</summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="mayBeOld">Whether an answer of the last minute will do where the budget has no call for a new one.</param>
    /// <param name="cancellationToken">Ends the waiting; others may wait for the same call.</param>
    /// <returns>The answer, or <see langword="null"/> when AWS does not know it.</returns>
    /// <exception cref="AwsCallException">The call failed; when several travelled together, that of this key alone.</exception>
    public async Task<TAnswer?> ReadAsync(TKey key, bool mayBeOld, CancellationToken cancellationToken)
    {
        var answer = Ask(key, mayBeOld);
        await ((Task)answer.WaitAsync(cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(Turn, clock, cancellationToken).ConfigureAwait(false);
        return await answer.ConfigureAwait(false);
    }

    private Task<TAnswer?> Ask(TKey key, bool mayBeOld)
    {
        Dictionary<TKey, Asked>? opened = null;
        Asked? asked;
        lock (_gate)
        {
            _open ??= opened = [];
            if (!_open.TryGetValue(key, out asked))
            {
                _open.Add(key, asked = new());
            }

            asked.MayBeOld &= mayBeOld;
        }

        if (opened is not null)
        {
            _ = SendAsync(opened);
        }

        return asked.Answer.Task;
    }

    // Where not all can be read anew, those go first whose answers are the oldest.
    private async Task SendAsync(Dictionary<TKey, Asked> batch)
    {
        await Task.Delay(Window, clock).ConfigureAwait(false);
        List<KeyValuePair<TKey, Asked>> ordered;
        lock (_gate)
        {
            _open = null;
            ordered = [.. batch.OrderBy(one => _answers.TryGetValue(one.Key, out var known) ? known.At : 0)];
        }

        await Task.WhenAll(ordered.Chunk(limit).Select(SendAsync)).ConfigureAwait(false);
    }

    private async Task SendAsync(KeyValuePair<TKey, Asked>[] part)
    {
        if (!budget.TryTake())
        {
            if (TryAnswerFromBefore(part))
            {
                return;
            }

            await budget.TakeAsync(CancellationToken.None).ConfigureAwait(false);
        }

        try
        {
            var answers = await call([.. part.Select(one => one.Key)]).ConfigureAwait(false);
            Keep(part, answers);
            foreach (var (key, asked) in part)
            {
                asked.Answer.TrySetResult(answers.GetValueOrDefault(key));
            }
        }
        catch (AwsCallException exception) when (part.Length > 1 && !PatientCalls.MayPass(exception))
        {
            // One of them is refused, and the others are not told apart: each alone.
            await Task.WhenAll(part.Select(one => SendAsync([one]))).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever went wrong is the answer of those who asked.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var (_, asked) in part)
            {
                asked.Fail(exception);
            }
        }
    }

    private bool TryAnswerFromBefore(KeyValuePair<TKey, Asked>[] part)
    {
        List<(Asked Asked, TAnswer? Answer)> known;
        lock (_gate)
        {
            Forget();
            if (!Array.TrueForAll(part, one => one.Value.MayBeOld && _answers.ContainsKey(one.Key)))
            {
                return false;
            }

            known = [.. part.Select(one => (one.Value, _answers[one.Key].Answer))];
        }

        known.ForEach(one => one.Asked.Answer.TrySetResult(one.Answer));
        return true;
    }

    private void Keep(KeyValuePair<TKey, Asked>[] part, IReadOnlyDictionary<TKey, TAnswer> answers)
    {
        lock (_gate)
        {
            Forget();
            foreach (var (key, _) in part.Where(one => one.Value.MayBeOld))
            {
                _answers[key] = (answers.GetValueOrDefault(key), clock.GetTimestamp());
            }
        }
    }

    private void Forget()
    {
        foreach (var (key, _) in _answers.Where(one => clock.GetElapsedTime(one.Value.At) > OldestAnswer).ToList())
        {
            _answers.Remove(key);
        }
    }

    private sealed class Asked
    {
        public TaskCompletionSource<TAnswer?> Answer { get; } = new();

        public bool MayBeOld { get; set; } = true;

        public void Fail(Exception exception)
        {
            Answer.TrySetException(exception);
            _ = Answer.Task.Exception; // Who asked may have gone.
        }
    }
}
