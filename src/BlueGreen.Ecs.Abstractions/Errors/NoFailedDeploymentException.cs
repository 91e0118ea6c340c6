namespace BlueGreen.Ecs;

/// <summary>There is no deployment that could be explained: none that failed, was stopped or rolled back, and none that runs and does not go on.</summary>
/// <param name="subject">The service or the deployment that was looked for.</param>
/// <param name="found">What was found instead, as the end of a sentence.</param>
public sealed class NoFailedDeploymentException(string subject, string found)
    : BlueGreenException($"{subject}: no deployment needs an explanation: {found}. Check the name or id, and the account and region of the AWS clients; ECS keeps service deployments for 90 days, and a task set's deployment only as long as the task set.")
{
    /// <summary>The service or the deployment that was looked for.</summary>
    public string Subject => subject;
}
