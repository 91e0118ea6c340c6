namespace BlueGreen.Ecs.Running;

/// <summary>Asks the gates of a stage, once each, in their order.</summary>
internal static class GateKeeper
{
    /// <summary>Asks until a gate rolls back or all have let through.</summary>
    /// <returns>The verdict; an exception of a gate is a verdict to roll back.</returns>
    public static async Task<GateVerdict> AskAsync(IEnumerable<Gate> gates, GateContext context, CancellationToken cancellationToken)
    {
        foreach (var gate in gates)
        {
            var verdict = await AskAsync(gate, context, cancellationToken).ConfigureAwait(false);
            if (verdict.Reason is not null)
            {
                return verdict;
            }
        }

        return GateVerdict.Continue;
    }

    private static async Task<GateVerdict> AskAsync(Gate gate, GateContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await gate.Decide(context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever goes wrong in the caller's code, production traffic must not move on it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return GateVerdict.RollBack($"The gate at {gate.Stage} failed: {exception.Message}");
        }
    }
}
