namespace BlueGreen.Ecs.Pipelines;

/// <summary>Tells two looks at an execution apart as events. Pure.</summary>
internal static class PipelineChanges
{
    /// <summary>What happened between two looks, in order.</summary>
    /// <param name="before">The earlier look; <see langword="null"/> at the start.</param>
    /// <param name="now">The later look.</param>
    /// <param name="time">When the later look was taken.</param>
    /// <param name="deployed">What happened meanwhile in the deployments of actions; told before the action's end.</param>
    public static IReadOnlyList<PipelineEvent> Between(PipelineSnapshot? before, PipelineSnapshot now, DateTimeOffset time, IReadOnlyList<PipelineEvent> deployed)
    {
        var known = (before?.Actions ?? []).ToDictionary(action => action.Id, StringComparer.Ordinal);
        var actions = now.Actions.SelectMany(action => Of(action, known.GetValueOrDefault(action.Id), now, time)).OrderBy(happened => happened.HappenedAt ?? time).ToList();
        foreach (var happened in deployed)
        {
            var place = actions.FindIndex(own => own.Deployment is null && (own.Stage, own.Action) == (happened.Stage, happened.Action) && own.Status != ActionStatusText.InProgress);
            actions.Insert(place < 0 ? actions.Count : place, happened);
        }

        var isNews = before?.Status != now.Status;
        var beginning = before is null ? Execution(now with { Status = ActionStatusText.InProgress }, Started(now), time)
            : isNews && now.End is null ? Execution(now, Describe(now), time)
            : null;
        var end = isNews && now.End is not null ? Execution(now, Describe(now), time) : null;
        return [.. new[] { beginning }.Concat(actions).Append(end).OfType<PipelineEvent>()];
    }

    private static IEnumerable<PipelineEvent> Of(ActionSeen action, ActionSeen? before, PipelineSnapshot now, DateTimeOffset time)
    {
        if (before is null)
        {
            yield return Event(action.StartedAt) with { Status = ActionStatusText.InProgress, Message = Began(action, now), Approval = ApprovalOf(action, now) };
        }
        else if (action.IsOpen && action.ExternalId is { } id && before.ExternalId != id)
        {
            yield return Event(action.UpdatedAt) with { Message = $"{action.Action} runs as {id}" };
        }

        if (!action.IsOpen && before?.Status != action.Status)
        {
            yield return Event(action.UpdatedAt) with { Message = Ended(action) };
        }

        PipelineEvent Event(DateTimeOffset? at) => new()
        {
            Time = time,
            HappenedAt = at,
            Stage = action.Stage,
            Action = action.Action,
            Status = action.Status,
            Message = string.Empty,
            ExternalId = action.ExternalId,
            Link = action.Link,
        };
    }

    private static string Began(ActionSeen action, PipelineSnapshot now)
    {
        var isAgain = now.Actions.First(other => (other.Stage, other.Action) == (action.Stage, action.Action)).Id != action.Id;
        return action is { Category: PipelineCategories.Approval, IsOpen: true } ? $"{action.Action} waits for approval of {What(now)}"
            : $"{action.Action} began{(isAgain ? " again" : string.Empty)}{(action is { IsOpen: true, ExternalId: { } id } ? $" as {id}" : string.Empty)}";
    }

    private static string What(PipelineSnapshot now) => now.Revisions.Count > 0 ? string.Join(", ", now.Revisions) : "the execution";

    private static string Ended(ActionSeen action) => action.Status switch
    {
        ActionStatusText.Abandoned => $"{action.Action} is no longer waited for{(action.ExternalId is { } id ? $"; {id} goes on by itself" : string.Empty)}",
        ActionStatusText.Failed => $"{action.Action} failed: {action.Error ?? action.Summary ?? "AWS gives no reason"}",
        var status => $"{action.Action} {status.ToLowerInvariant()}{(action.Summary is { } summary ? $": {summary}" : string.Empty)}",
    };

    private static PendingApproval? ApprovalOf(ActionSeen action, PipelineSnapshot now) => action is not { Category: PipelineCategories.Approval, IsOpen: true } ? null : new()
    {
        Stage = action.Stage,
        Action = action.Action,
        Revisions = now.Revisions,
        Question = action.Setting(PipelineCategories.Question),
        Link = action.Setting(PipelineCategories.Link),
    };

    private static PipelineEvent Execution(PipelineSnapshot now, string message, DateTimeOffset time) => new() { Time = time, Status = now.Status, Message = message };

    private static string Started(PipelineSnapshot now) => now.Trigger is { } trigger ? $"started by {trigger}" : "started";

    private static string Describe(PipelineSnapshot now)
    {
        var words = now.Status switch
        {
            ActionStatusText.InProgress => "goes on",
            ActionStatusText.Stopping => "is being stopped",
            "Superseded" => "was overtaken by a newer execution",
            var status => status.ToLowerInvariant(),
        };
        return now.Summary is { } summary ? $"{words}: {summary}" : words;
    }
}
