namespace BlueGreen.Ecs;

/// <summary>A gate at which somebody approves or rejects. Every call returns a new value and leaves this one as it was.</summary>
public sealed class ManualApproval : IGate
{
    private readonly Func<Approval, CancellationToken, Task> _ask;
    private readonly TimeSpan _limit;
    private readonly GateVerdict _silence;

    private ManualApproval(Func<Approval, CancellationToken, Task> ask, TimeSpan limit, GateVerdict silence) => (_ask, _limit, _silence) = (ask, limit, silence);

    /// <summary>Asks by the caller's code: a message to a chat, a line in a database, a question on the console.</summary>
    /// <param name="ask">
    /// Is told that approval is asked for. It may answer itself, or hand the approval on to be answered later; that it has ended is no answer. Its token is cancelled when
    /// there is an answer, or the time is over.
    /// </param>
    public static ManualApproval AskedBy(Func<Approval, CancellationToken, Task> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return new(ask, TimeSpan.FromHours(1), GateVerdict.RollBack("Nobody has approved in time."));
    }

    /// <summary>Says how long there is to answer. Default: an hour. What holds the deployment may have a limit of its own: CodeDeploy's ready wait, an hour of the TaskSets engine.</summary>
    /// <param name="limit">More than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public ManualApproval Within(TimeSpan limit) => new(_ask, GateTime.Checked(limit), _silence);

    /// <summary>Says what silence means. Default: the deployment is rolled back.</summary>
    /// <param name="verdict">The verdict when the time is over.</param>
    public ManualApproval WhenNobodyAnswers(GateVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return new(_ask, _limit, verdict);
    }

    /// <inheritdoc />
    public async Task<GateVerdict> DecideAsync(GateContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var approval = new Approval(context, context.Clock.GetUtcNow() + _limit);
        var open = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = AskAsync(approval, open);
        try
        {
            return await approval.Answer.WaitAsync(_limit, context.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            approval.TryAnswer(_silence, by: null);
            return await approval.Answer.ConfigureAwait(false);
        }
        finally
        {
            await open.CancelAsync().ConfigureAwait(false);
            _ = DisposeAfterAsync(asking, open);
        }
    }

    private async Task AskAsync(Approval approval, CancellationTokenSource open)
    {
        try
        {
            await _ask(approval, open.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The caller's code; nobody would be asked, and the deployment held until the time is over.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            approval.TryAnswer(GateVerdict.RollBack($"Approval could not be asked for: {exception.Message}"), by: null);
        }
    }

    // The caller's code may go on with its token for a while.
    private static async Task DisposeAfterAsync(Task asking, CancellationTokenSource open)
    {
        await asking.ConfigureAwait(false);
        open.Dispose();
    }
}
