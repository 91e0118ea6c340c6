namespace BlueGreen.Ecs;

/// <summary>What becomes of a running deployment when its caller cancels.</summary>
public enum CancelPolicy
{
    /// <summary>It is stopped, and the traffic goes back to the old version.</summary>
    StopAndRollBack,

    /// <summary>It is stopped where it is; the traffic stays as it is.</summary>
    Stop,

    /// <summary>It goes on without being watched; <see cref="IDeployer.ResumeAsync(ResumeToken, CancellationToken)"/> finds it again.</summary>
    Leave,
}
