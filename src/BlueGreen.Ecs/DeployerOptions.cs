namespace BlueGreen.Ecs;

/// <summary>How deployments are watched.</summary>
public sealed class DeployerOptions
{
    /// <summary>The pause between two looks at a running deployment.</summary>
    /// <value>Default: 5 seconds. Allowed: 100 milliseconds to 5 minutes.</value>
    public TimeSpan PollInterval { get; set; } = DeployerDefaults.PollInterval;

    /// <summary>How long a cancelled deployment is watched until it has stopped or rolled back.</summary>
    /// <value>Default: 5 minutes. Allowed: 1 second to 2 hours.</value>
    public TimeSpan CancelBudget { get; set; } = DeployerDefaults.CancelBudget;

    /// <summary>
    /// How long the new version's tasks may make no progress before it is given up and rolled back: no further task of it runs, and it does not get steady. It holds while only
    /// the tasks are waited for, not a hook, a gate or somebody else; and for deployments that were started here.
    /// </summary>
    /// <value>Default: 15 minutes; CodeDeploy itself waits an hour. Allowed: 1 minute to 7 days.</value>
    public TimeSpan NoProgressLimit { get; set; } = DeployerDefaults.NoProgressLimit;

    /// <summary>How many looks in a row may fail before the watching ends with the error.</summary>
    /// <value>Default: 5. Allowed: 0 to 1000.</value>
    public int ToleratedFailures { get; set; } = DeployerDefaults.ToleratedFailures;
}
