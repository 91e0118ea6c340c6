namespace BlueGreen.Ecs.Engines.TaskSets;

/// <summary>A task set's status.</summary>
internal enum TaskSetStatus
{
    /// <summary>It is not the service's.</summary>
    Active,

    /// <summary>The service's: the version that a deployment has been finished with.</summary>
    Primary,

    /// <summary>It is being deleted.</summary>
    Draining,
}
