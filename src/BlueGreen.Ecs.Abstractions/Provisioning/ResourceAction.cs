namespace BlueGreen.Ecs;

/// <summary>What is to be done with a resource of an environment, or was.</summary>
public enum ResourceAction
{
    /// <summary>It is not there, and is made.</summary>
    Create,

    /// <summary>It is the environment's, differs from what is wanted, and is changed.</summary>
    Update,

    /// <summary>It is as it is wanted; nothing is done.</summary>
    InPlace,

    /// <summary>Something stands in the way that this library must not touch; nothing of the plan is done.</summary>
    Conflict,

    /// <summary>It is the environment's, and is removed.</summary>
    Delete,
}
