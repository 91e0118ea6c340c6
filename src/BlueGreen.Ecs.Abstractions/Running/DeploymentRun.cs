namespace BlueGreen.Ecs;

/// <summary>What is happening: a deployment that has been started and is being watched. Disposing it ends the watching, not the deployment.</summary>
public abstract class DeploymentRun : IAsyncDisposable
{
    /// <summary>What was planned; <see langword="null"/> for a deployment that somebody else started.</summary>
    public abstract DeploymentPlan? Plan { get; }

    /// <summary>All that is needed to find the deployment again.</summary>
    public abstract ResumeToken ResumeToken { get; }

    /// <summary>What happens, from the start, to the end. Can be read once.</summary>
    public abstract IAsyncEnumerable<DeploymentEvent> Events { get; }

    /// <summary>What happened. It faults only when AWS can no longer be asked, with an <see cref="AwsCallException"/> that has the <see cref="AwsCallException.ResumeToken"/>; a deployment that failed is a result.</summary>
    public abstract Task<DeploymentResult> Completion { get; }

    /// <summary>Stops the deployment. Its end is then seen in <see cref="Events"/> and <see cref="Completion"/>.</summary>
    /// <param name="rollBack">Whether the traffic goes back to the old version.</param>
    /// <param name="cancellationToken">Ends the call; the request to stop may have been received.</param>
    /// <exception cref="AwsCallException">AWS refused.</exception>
    public abstract Task StopAsync(bool rollBack, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has the old version removed now, where it is only kept for a way back: CodeDeploy's termination wait, a bake time. A deployment that has not come so far,
    /// or an engine that cannot, is left as it is.
    /// </summary>
    /// <param name="cancellationToken">Ends the call; the request may have been received.</param>
    /// <exception cref="AwsCallException">AWS refused.</exception>
    public abstract Task EndBakeAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
