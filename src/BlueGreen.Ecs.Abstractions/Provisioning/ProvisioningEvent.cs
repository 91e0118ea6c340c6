namespace BlueGreen.Ecs;

/// <summary>Something that was done to bring an environment about, or to remove it.</summary>
public sealed record ProvisioningEvent
{
    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What the resource is.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its ARN; none when it is gone.</summary>
    public string? Arn { get; init; }

    /// <summary>What happened, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>One line: time, kind, name, message.</summary>
    public override string ToString() => FormattableString.Invariant($"{Time:HH:mm:ss} {Kind,-15} {Name}: {Message}");
}
