namespace BlueGreen.Ecs.Diagnosis.Evidence;

/// <summary>What a line of AWS's about tasks complains of.</summary>
internal enum TaskTrouble
{
    /// <summary>Nothing, or nothing that is known.</summary>
    None,

    /// <summary>The image or its tag does not exist.</summary>
    ImageMissing,

    /// <summary>The registry's limit of pulls.</summary>
    PullLimit,

    /// <summary>The image may not be pulled.</summary>
    PullDenied,

    /// <summary>The registry, or another endpoint that is needed for the start, cannot be reached.</summary>
    Unreachable,

    /// <summary>The image is built for another processor.</summary>
    Platform,

    /// <summary>Another failure of a pull.</summary>
    Pull,

    /// <summary>A secret or parameter does not exist.</summary>
    SecretMissing,

    /// <summary>A secret or parameter may not be read.</summary>
    SecretDenied,

    /// <summary>The execution role cannot be assumed.</summary>
    Role,

    /// <summary>The log's destination cannot be used.</summary>
    Log,

    /// <summary>Another failure before a container ran.</summary>
    Start,

    /// <summary>Out of memory.</summary>
    Memory,

    /// <summary>A container's own health check fails.</summary>
    ContainerHealth,

    /// <summary>The load balancer's health check fails.</summary>
    TargetHealth,

    /// <summary>No container instance has room.</summary>
    NoInstance,

    /// <summary>The account's limit of Fargate processors.</summary>
    ProcessorLimit,

    /// <summary>Fargate itself has no room.</summary>
    NoFargate,

    /// <summary>No free address or network interface.</summary>
    NoAddress,

    /// <summary>AWS throttles what ECS does.</summary>
    Throttled,
}
