namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The attributes that load balancers and listeners have, and their defaults.</summary>
internal static class LoadBalancerAttributes
{
    public const string DeletionProtection = "deletion_protection.enabled";

    public static SortedDictionary<string, string> Defaults() => new(StringComparer.Ordinal)
    {
        ["access_logs.s3.bucket"] = "",
        ["access_logs.s3.enabled"] = "false",
        ["access_logs.s3.prefix"] = "",
        ["client_keep_alive.seconds"] = "3600",
        [DeletionProtection] = "false",
        ["idle_timeout.timeout_seconds"] = "60",
        ["load_balancing.cross_zone.enabled"] = "true",
        ["routing.http.desync_mitigation_mode"] = "defensive",
        ["routing.http.drop_invalid_header_fields.enabled"] = "false",
        ["routing.http.preserve_host_header.enabled"] = "false",
        ["routing.http.x_amzn_tls_version_and_cipher_suite.enabled"] = "false",
        ["routing.http.xff_client_port.enabled"] = "false",
        ["routing.http.xff_header_processing.mode"] = "append",
        ["routing.http2.enabled"] = "true",
        ["waf.fail_open.enabled"] = "false",
    };

    /// <summary>Checks one attribute's value.</summary>
    /// <exception cref="Wire.AwsErrorException">It is out of its bounds.</exception>
    public static void Check(string key, string value)
    {
        var isAllowed = key switch
        {
            "idle_timeout.timeout_seconds" => AttributeList.IsBetween(value, 1, 4000),
            "client_keep_alive.seconds" => AttributeList.IsBetween(value, 60, 604_800),
            "routing.http.desync_mitigation_mode" => value is "monitor" or "defensive" or "strictest",
            "routing.http.xff_header_processing.mode" => value is "append" or "preserve" or "remove",
            _ => !key.EndsWith("enabled", StringComparison.Ordinal) || value is "true" or "false",
        };
        if (!isAllowed)
        {
            throw ElbErrors.InvalidConfiguration($"The value '{value}' is not valid for the load balancer attribute '{key}'");
        }
    }

    public static SortedDictionary<string, string> ListenerDefaults() => new(StringComparer.Ordinal)
    {
        ["routing.http.response.server.enabled"] = "true",
    };
}
