namespace BlueGreen.Ecs;

/// <summary>What becomes of a deployment when another one of the service is running. One that keeps the old version after success counts as running.</summary>
public enum ConcurrencyPolicy
{
    /// <summary>It is refused with <see cref="DeploymentInProgressException"/>.</summary>
    Fail,

    /// <summary>It waits until the other one has ended, however long that takes, and is then planned anew.</summary>
    Wait,

    /// <summary>The other one is stopped and rolled back; one whose version has all production traffic already is finished instead. Then this one is planned anew.</summary>
    Supersede,

    /// <summary>
    /// It is not started; the other one is watched instead, and its end is the result. One of the same version, as when a job is run again after its process was lost, is gone
    /// on with: its gates are asked, and cancelling is as it says.
    /// </summary>
    Attach,
}
