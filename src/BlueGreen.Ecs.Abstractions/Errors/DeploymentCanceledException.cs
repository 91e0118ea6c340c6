namespace BlueGreen.Ecs;

/// <summary>The caller cancelled a running deployment, and its cancel policy has been carried out.</summary>
/// <param name="policy">The policy.</param>
/// <param name="token">How the deployment is found again.</param>
/// <param name="result">How it ended; <see langword="null"/> when it was left running, or its end was not seen within the time budget.</param>
/// <param name="cancellationToken">The token that was cancelled.</param>
public sealed class DeploymentCanceledException(CancelPolicy policy, ResumeToken token, DeploymentResult? result, CancellationToken cancellationToken)
    : OperationCanceledException($"Deployment {(token ?? throw new ArgumentNullException(nameof(token))).DeploymentId} was cancelled ({policy}) and {Fate(policy, result)}.", cancellationToken)
{
    /// <summary>The policy that was carried out.</summary>
    public CancelPolicy Policy => policy;

    /// <summary>How the deployment is found again.</summary>
    public ResumeToken ResumeToken => token;

    /// <summary>How it ended; <see langword="null"/> when it was left running, or its end was not seen within the time budget.</summary>
    public DeploymentResult? Result => result;

    private static string Fate(CancelPolicy policy, DeploymentResult? result) =>
        result is not null ? $"ended as {result.Outcome}"
        : policy == CancelPolicy.Leave ? "goes on by itself"
        : "was asked to stop, but its end was not seen within the time budget; watch it again with ResumeAsync";
}
