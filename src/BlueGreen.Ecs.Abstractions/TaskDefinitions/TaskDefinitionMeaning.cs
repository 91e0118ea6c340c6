namespace BlueGreen.Ecs;

/// <summary>What a change of a task definition touches.</summary>
public enum TaskDefinitionMeaning
{
    /// <summary>The code that runs.</summary>
    Image,

    /// <summary>How that code is started, and the settings that it reads.</summary>
    Configuration,

    /// <summary>CPU, memory and other limits, and where tasks find room.</summary>
    Capacity,

    /// <summary>What the containers may do: roles, secrets that are read, users, isolation.</summary>
    Permission,

    /// <summary>How containers are reached, and what they reach.</summary>
    Network,

    /// <summary>Files: volumes, mounts, ephemeral storage.</summary>
    Storage,

    /// <summary>Where output goes.</summary>
    Logging,

    /// <summary>How ECS tells whether a container is healthy.</summary>
    Health,

    /// <summary>When containers start and stop, and what that does to their task.</summary>
    Lifecycle,

    /// <summary>Names and labels.</summary>
    Metadata,
}
