namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The attributes that a target group has, and their defaults.</summary>
internal static class TargetGroupAttributes
{
    public const string DeregistrationDelay = "deregistration_delay.timeout_seconds";
    private const string SlowStart = "slow_start.duration_seconds";

    public static SortedDictionary<string, string> Defaults() => new(StringComparer.Ordinal)
    {
        [DeregistrationDelay] = "300",
        ["load_balancing.algorithm.type"] = "round_robin",
        ["load_balancing.algorithm.anomaly_mitigation"] = "off",
        ["load_balancing.cross_zone.enabled"] = "use_load_balancer_configuration",
        [SlowStart] = "0",
        ["stickiness.app_cookie.cookie_name"] = "",
        ["stickiness.app_cookie.duration_seconds"] = "86400",
        ["stickiness.enabled"] = "false",
        ["stickiness.lb_cookie.duration_seconds"] = "86400",
        ["stickiness.type"] = "lb_cookie",
        ["target_group_health.dns_failover.minimum_healthy_targets.count"] = "1",
        ["target_group_health.dns_failover.minimum_healthy_targets.percentage"] = "off",
        ["target_group_health.unhealthy_state_routing.minimum_healthy_targets.count"] = "1",
        ["target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage"] = "off",
    };

    /// <summary>Checks one attribute's value.</summary>
    /// <exception cref="Wire.AwsErrorException">It is out of its bounds.</exception>
    public static void Check(string key, string value)
    {
        var isAllowed = key switch
        {
            DeregistrationDelay => AttributeList.IsBetween(value, 0, 3600),
            SlowStart => value is "0" || AttributeList.IsBetween(value, 30, 900),
            "load_balancing.algorithm.type" => value is "round_robin" or "least_outstanding_requests" or "weighted_random",
            "stickiness.lb_cookie.duration_seconds" or "stickiness.app_cookie.duration_seconds" => AttributeList.IsBetween(value, 1, 604_800),
            "load_balancing.cross_zone.enabled" => value is "true" or "false" or "use_load_balancer_configuration",
            "stickiness.enabled" => value is "true" or "false",
            _ => true,
        };
        if (!isAllowed)
        {
            throw ElbErrors.InvalidConfiguration($"The value '{value}' is not valid for the target group attribute '{key}'");
        }
    }
}
