using BlueGreen.Ecs.Planning;
using BlueGreen.Ecs.Running;
using BlueGreen.Ecs.Watching;

namespace BlueGreen.Ecs.Pipelines;

/// <summary>The deployments of an execution's actions: found when the action tells them, looked at whenever the execution is.</summary>
/// <param name="joiner">Finds them.</param>
/// <param name="start">What was known when the watching began; deployments of then are not told again. None for all.</param>
/// <param name="newPace">A pace for each.</param>
/// <param name="failed">Told of what could not be found or looked at.</param>
/// <param name="clock">The clock of the events.</param>
internal sealed class JoinedDeployments(DeploymentJoiner joiner, PipelineSnapshot? start, Func<Pace> newPace, Action<ActionSeen, BlueGreenException> failed, TimeProvider clock)
{
    private readonly Dictionary<string, JoinedDeployment> _joined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _before = [.. (start?.Actions ?? []).Select(action => action.Id)];

    /// <summary>What was seen of them last, as far as they move.</summary>
    public EquatableArray<Observation> Moving => [.. _joined.Values.Where(one => one.Moves).Select(one => one.Last!)];

    /// <summary>Looks at the deployments of an execution.</summary>
    /// <returns>What happened in them.</returns>
    public async Task<IReadOnlyList<PipelineEvent>> LookAsync(PipelineSnapshot now, CancellationToken cancellationToken)
    {
        var happened = new List<PipelineEvent>();
        foreach (var action in now.Actions.Where(action => !_before.Contains(action.Id) && (DeploymentJoiner.Deploys(action) || _joined.ContainsKey(action.Id))))
        {
            if (!_joined.TryGetValue(action.Id, out var joined))
            {
                _joined.Add(action.Id, joined = new(newPace()));
            }

            // Of what is no longer waited for the end is nobody's business here.
            if (!joined.IsGivenUp && !joined.HasEnded && action.Status != ActionStatusText.Abandoned)
            {
                happened.AddRange(await LookAsync(action, joined, cancellationToken).ConfigureAwait(false));
            }
        }

        return happened;
    }

    /// <summary>Whether a deployment of a failed action still moves, which is rolled back then.</summary>
    public bool IsRollingBack(PipelineSnapshot now) => now.Actions.Any(action => action.Status == ActionStatusText.Failed && _joined.GetValueOrDefault(action.Id) is { Moves: true });

    /// <summary>The ids and ARNs by which the deployments of failed actions are diagnosed.</summary>
    public IEnumerable<string> Failed(PipelineSnapshot now) => now.LastTries
        .Where(action => action is { Category: PipelineCategories.Deploy, Status: ActionStatusText.Failed })
        .Select(action => _joined.GetValueOrDefault(action.Id)?.Found?.Started.Token.DeploymentId ?? (PipelineEnd.IsDeployment(action.ExternalId) ? action.ExternalId : null))
        .OfType<string>();

    private async Task<IEnumerable<PipelineEvent>> LookAsync(ActionSeen action, JoinedDeployment joined, CancellationToken cancellationToken)
    {
        try
        {
            joined.Found ??= await joiner.FindAsync(action, cancellationToken).ConfigureAwait(false);
            if (joined.Found is not var (engine, started))
            {
                joined.Failed(mayPass: false); // Not yet; for ever, where there is none.
                return [];
            }

            var (before, seen) = (joined.Last, await engine.ObserveAsync(started, cancellationToken).ConfigureAwait(false));
            joined.Seen(seen);
            return [.. ObservationChanges.Between(before, seen, clock.GetUtcNow()).Select(happened => Event(action, happened.Message, started.Token.DeploymentId) with { Deployment = happened })];
        }
        catch (BlueGreenException exception)
        {
            // The execution is what is followed; its deployments come along as far as they can be looked at.
            failed(action, exception);
            return joined.Failed(exception is AwsCallException call && PatientCalls.MayPass(call)) ? [Event(action, $"the deployment can no longer be looked at: {exception.Message}", action.ExternalId)] : [];
        }
    }

    private PipelineEvent Event(ActionSeen action, string message, string? id) => new()
    {
        Time = clock.GetUtcNow(),
        Stage = action.Stage,
        Action = action.Action,
        Status = ActionStatusText.InProgress,
        Message = message,
        ExternalId = id,
        Link = action.Link,
    };
}
