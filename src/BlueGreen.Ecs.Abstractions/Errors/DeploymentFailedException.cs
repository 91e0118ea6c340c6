namespace BlueGreen.Ecs;

/// <summary>A deployment did not succeed. Thrown by <see cref="DeploymentResult.EnsureSucceeded"/> only.</summary>
/// <param name="result">What happened.</param>
public sealed class DeploymentFailedException(DeploymentResult result)
    : BlueGreenException($"Deployment {(result ?? throw new ArgumentNullException(nameof(result))).DeploymentId} ended as {result.Outcome}: {result.Reason ?? "AWS gave no reason."}{string.Concat(result.Findings.Select(finding => $"\n- {finding}"))}")
{
    /// <summary>What happened.</summary>
    public DeploymentResult Result => result;
}
