namespace BlueGreen.Ecs;

/// <summary>The caller cancelled several deployments, and each one's cancel policy has been carried out.</summary>
/// <param name="result">Where each member stands.</param>
/// <param name="cancellationToken">The token that was cancelled.</param>
public sealed class JointDeploymentCanceledException(JointDeploymentResult result, CancellationToken cancellationToken)
    : OperationCanceledException($"The deployments were cancelled:{string.Concat((result ?? throw new ArgumentNullException(nameof(result))).Members.Select(member => $"\n- {member}"))}", cancellationToken)
{
    /// <summary>Where each member stands.</summary>
    public JointDeploymentResult Result => result;
}
