namespace BlueGreen.Ecs;

/// <summary>Whether a deployment still moves.</summary>
public enum DeploymentStatus
{
    /// <summary>It moves.</summary>
    InProgress,

    /// <summary>It is held until it is continued.</summary>
    Waiting,

    /// <summary>The new version has all the traffic and nothing is left to do.</summary>
    Succeeded,

    /// <summary>It failed, and the traffic is back on the old version.</summary>
    RolledBack,

    /// <summary>It failed or was stopped, and nothing brought the traffic back.</summary>
    Failed,
}
