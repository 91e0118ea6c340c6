namespace BlueGreen.Ecs.Guards;

/// <summary>A service's scalable target, as it was found.</summary>
internal sealed record ScalingTarget
{
    /// <summary>As Application Auto Scaling names the service: <c>service/cluster/name</c>.</summary>
    public required string ResourceId { get; init; }

    /// <summary>Its ARN, which tags need. Default: none; targets from before there were ARNs get one when they are registered again.</summary>
    public string? Arn { get; init; }

    public required ServiceScaling Scaling { get; init; }

    /// <summary>What its tags remember, where they were read. It says nothing of how the scaling is now: others may have changed that since.</summary>
    public HeldScaling? Memory { get; init; }

    /// <summary>For whom it is suspended now. Default: nobody of this library.</summary>
    public HeldScaling? Held => Scaling.Suspended == ScalingSuspension.All ? Memory : null;
}
