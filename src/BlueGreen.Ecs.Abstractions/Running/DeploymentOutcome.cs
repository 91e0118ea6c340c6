namespace BlueGreen.Ecs;

/// <summary>How a deployment ended.</summary>
public enum DeploymentOutcome
{
    /// <summary>The new version has all the traffic.</summary>
    Succeeded,

    /// <summary>It failed or was stopped, and the old version has all the traffic.</summary>
    RolledBack,

    /// <summary>It failed or was stopped, and nothing brought the traffic back: look where it is.</summary>
    Failed,

    /// <summary>It did not end before the plan's deadline and goes on by itself.</summary>
    TimedOut,
}
