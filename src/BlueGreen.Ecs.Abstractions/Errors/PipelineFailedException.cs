namespace BlueGreen.Ecs;

/// <summary>An execution of a pipeline did not succeed. Thrown by <see cref="PipelineResult.EnsureSucceeded"/> only.</summary>
/// <param name="result">What happened.</param>
public sealed class PipelineFailedException(PipelineResult result)
    : BlueGreenException(
        $"{(result ?? throw new ArgumentNullException(nameof(result))).Pipeline}: execution {result.ExecutionId} ended as {result.Status}: {result.Reason ?? "AWS gave no reason."}" +
        string.Concat((result.Diagnosis?.Causes ?? []).Select(cause => $"\n- {cause.Finding}")))
{
    /// <summary>What happened.</summary>
    public PipelineResult Result => result;
}
