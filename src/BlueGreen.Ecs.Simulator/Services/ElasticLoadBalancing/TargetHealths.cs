using System.Globalization;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The states of health that the simulator knows, in AWS's words.</summary>
internal static class TargetHealths
{
    public static TargetHealth Healthy { get; } = new("healthy");

    public static TargetHealth Registering { get; } = new("initial", "Elb.RegistrationInProgress", "Target registration is in progress");

    public static TargetHealth InitialChecks { get; } = new("initial", "Elb.InitialHealthChecking", "Initial health checks in progress");

    public static TargetHealth NotInUse { get; } =
        new("unused", "Target.NotInUse", "Target group is not configured to receive traffic from the load balancer");

    public static TargetHealth NotRegistered { get; } = new("unused", "Target.NotRegistered", "Target is not registered to the target group");

    public static TargetHealth Draining { get; } = new("draining", "Target.DeregistrationInProgress", "Target deregistration is in progress");

    public static TargetHealth Unchecked { get; } = new("unavailable", "Target.HealthCheckDisabled", "Health checks are not enabled for the target group");

    public static TargetHealth TimedOut { get; } = new("unhealthy", "Target.Timeout", "Request timed out");

    /// <summary>Of a check without HTTP.</summary>
    public static TargetHealth Failed { get; } = new("unhealthy", "Target.FailedHealthChecks", "Health checks failed");

    public static TargetHealth Mismatch(int code) => new("unhealthy", "Target.ResponseCodeMismatch",
        string.Create(CultureInfo.InvariantCulture, $"Health checks failed with these codes: [{code}]"));
}
