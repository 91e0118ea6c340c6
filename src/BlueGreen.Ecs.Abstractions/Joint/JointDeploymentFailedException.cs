namespace BlueGreen.Ecs;

/// <summary>Several deployments together did not succeed. Thrown by <see cref="JointDeploymentResult.EnsureSucceeded"/> only.</summary>
/// <param name="result">What happened.</param>
public sealed class JointDeploymentFailedException(JointDeploymentResult result)
    : BlueGreenException($"The deployments ended as {(result ?? throw new ArgumentNullException(nameof(result))).Outcome}: {result.Reason}{string.Concat(result.Members.Select(member => $"\n- {member}"))}")
{
    /// <summary>What happened.</summary>
    public JointDeploymentResult Result => result;
}
