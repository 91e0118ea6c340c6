namespace BlueGreen.Ecs;

/// <summary>No approval waits for this answer.</summary>
/// <param name="subject">The pipeline, its execution, and the action where one was named.</param>
/// <param name="found">What was found instead, as a sentence.</param>
/// <param name="innerException">CodePipeline's answer. Default: none.</param>
public sealed class NoPendingApprovalException(string subject, string found, Exception? innerException = null)
    : BlueGreenException($"{subject}: no approval waits for this answer. {found} The run's events tell when one does.", innerException)
{
    /// <summary>The pipeline, its execution, and the action where one was named.</summary>
    public string Subject => subject;
}
