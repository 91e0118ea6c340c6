namespace BlueGreen.Ecs;

/// <summary>How deployments are watched.</summary>
public sealed class DeployerOptions
{
    /// <summary>The pause between two looks at a running deployment where a change is near, or can come at any moment.</summary>
    /// <value>Default: 1 second. Allowed: 100 milliseconds to 5 minutes.</value>
    public TimeSpan PollInterval { get; set; } = DeployerDefaults.PollInterval;

    /// <summary>
    /// The longest pause between two looks: in a canary's wait, while the old version is kept, while nothing changes for long, and while looks fail. Pauses are
    /// 1, 2, 4, 8, … times <see cref="PollInterval"/>, so that the runs of a process look together; one that is longer than this pause holds for both.
    /// </summary>
    /// <value>Default: 16 seconds. Allowed: 100 milliseconds to 5 minutes.</value>
    public TimeSpan LongestPause { get; set; } = DeployerDefaults.LongestPause;

    /// <summary>How long a cancelled deployment is watched until it has stopped or rolled back.</summary>
    /// <value>Default: 5 minutes. Allowed: 1 second to 2 hours.</value>
    public TimeSpan CancelBudget { get; set; } = DeployerDefaults.CancelBudget;

    /// <summary>
    /// How long the new version's tasks may make no progress before it is given up and rolled back: no further task of it runs, and it does not get steady. It holds while only
    /// the tasks are waited for, not a hook, a gate or somebody else; and for deployments that were started here.
    /// </summary>
    /// <value>Default: 15 minutes; CodeDeploy itself waits an hour. Allowed: 1 minute to 7 days.</value>
    public TimeSpan NoProgressLimit { get; set; } = DeployerDefaults.NoProgressLimit;

    /// <summary>
    /// For how long looks may fail, one after the other and at growing pauses, before the watching ends with the error; the deployment goes on in AWS. It holds
    /// where AWS does not answer, fails or throttles, and where the credentials have expired. What AWS refuses, such as a call without the right to it, ends the watching after 30 seconds, or sooner where this time is less.
    /// </summary>
    /// <value>Default: 15 minutes. Allowed: 0, with which the first error ends the watching, to 7 days.</value>
    public TimeSpan ToleratedOutage { get; set; } = DeployerDefaults.ToleratedOutage;

    /// <summary>
    /// Whether a plan also looks at what stands around the service: network, load balancer, image, roles, log groups, secrets and alarms. What may not be read there is told as
    /// not checked. Plans of a rollback never look: they are to be quick, and what they deploy has run there.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool ChecksSurroundings { get; set; } = true;

    /// <summary>How long one of those looks may take, in real time; what has not answered by then is told as not checked.</summary>
    /// <value>Default: 15 seconds. Allowed: 1 second to 5 minutes.</value>
    public TimeSpan PreflightLimit { get; set; } = DeployerDefaults.PreflightLimit;

    /// <summary>The severity from which on a finding of ECR's image scan is an error (BG504).</summary>
    /// <value>Default: none, scans are not read.</value>
    public ImageScanSeverity? ImageScanThreshold { get; set; }
}
