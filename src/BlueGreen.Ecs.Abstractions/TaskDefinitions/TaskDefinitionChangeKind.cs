namespace BlueGreen.Ecs;

/// <summary>What happens to a member of a task definition.</summary>
public enum TaskDefinitionChangeKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is there no longer.</summary>
    Removed,

    /// <summary>It has another value.</summary>
    Changed,

    /// <summary>It is a list with the same items in another order.</summary>
    Moved,
}
