namespace BlueGreen.Ecs.Pipelines;

/// <summary>Whether an execution has come to its end, and what to say of it. Pure.</summary>
internal static class PipelineEnd
{
    // CodePipeline tells the execution and its actions by two calls, which may know different moments.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Whether nothing more is to be seen.</summary>
    /// <param name="start">What was known when the watching began; none unless the execution has been tried again.</param>
    /// <param name="now">What was seen.</param>
    /// <param name="isDeploying">Whether a deployment of a failed action still moves: it is rolled back.</param>
    /// <param name="since">How long ago the execution was first seen to have ended.</param>
    /// <param name="rollBackBudget">How long a rollback is watched.</param>
    public static bool IsReached(PipelineSnapshot? start, PipelineSnapshot now, bool isDeploying, TimeSpan since, TimeSpan rollBackBudget)
    {
        var fits = now.End is not null && !now.HasOpenAction && now != start;
        return now.End is not null && (fits || since >= Grace) && (!isDeploying || since >= rollBackBudget);
    }

    /// <summary>The stage to try again: that of the action that failed or was abandoned last, else the last that ran.</summary>
    public static string? StageToRetry(PipelineSnapshot now) =>
        (now.LastTries.LastOrDefault(action => action.Status is ActionStatusText.Failed or ActionStatusText.Abandoned) ?? now.Actions.LastOrDefault())?.Stage;

    public static PipelineResult Result(string pipeline, string executionId, PipelineSnapshot now) => new()
    {
        Pipeline = pipeline,
        ExecutionId = executionId,
        Status = now.End!.Value,
        Revisions = now.Revisions,
        DeploymentId = now.Actions.LastOrDefault(action => IsDeployment(action.ExternalId))?.ExternalId,
        Reason = now.End switch
        {
            PipelineStatus.Succeeded => null,
            PipelineStatus.Failed when now.LastTries.LastOrDefault(action => action.Status == ActionStatusText.Failed) is { } failed =>
                $"{failed.Stage}/{failed.Action}: {failed.Error ?? failed.Summary ?? "AWS gives no reason"}",
            PipelineStatus.Superseded => now.Summary ?? "A newer execution overtook it.",
            _ => now.Summary,
        },
    };

    /// <summary>Whether that is CodeDeploy's id of a deployment.</summary>
    public static bool IsDeployment(string? externalId) => externalId?.StartsWith("d-", StringComparison.Ordinal) is true;
}
