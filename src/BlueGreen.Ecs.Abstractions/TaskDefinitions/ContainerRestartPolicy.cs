namespace BlueGreen.Ecs;

/// <summary>Whether ECS starts a container again that has ended, while its task goes on. Mirrors <see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html">ContainerRestartPolicy</see>.</summary>
public sealed record ContainerRestartPolicy
{
    /// <summary>Whether it does.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Exit codes after which the container stays down, up to 50. Default: none.</summary>
    public EquatableArray<int> IgnoredExitCodes { get; init; }

    /// <summary>Seconds that a container must have run before it is started again, 60 to 1800. Default: 300.</summary>
    public int? RestartAttemptPeriod { get; init; }

    /// <summary>Members of the document that have no property here.</summary>
    public EquatableArray<JsonMember> Additional { get; init; }
}
