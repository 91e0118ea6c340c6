namespace BlueGreen.Ecs.Diagnosis;

/// <summary>How deep a cause lies. What lies deeper explains what is seen above it: tasks that cannot pull their image are missing as targets, and an alarm may tell so.</summary>
internal enum CauseDepth
{
    /// <summary>AWS refused what the deployment asked for, so that there never was a new version.</summary>
    Refusal,

    /// <summary>There was no room for the new version's tasks.</summary>
    Room,

    /// <summary>What keeps a task from starting.</summary>
    Start,

    /// <summary>What ends a container that has started.</summary>
    Container,

    /// <summary>What keeps a running task from being healthy behind the load balancer.</summary>
    Traffic,

    /// <summary>What ended the deployment, whatever was the reason for it: an alarm, a hook, a person.</summary>
    Course,
}
