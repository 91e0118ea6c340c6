using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>How a target group checks its targets.</summary>
internal sealed record HealthCheck(
    bool Enabled, string Protocol, string Port, string? Path, int IntervalSeconds, int TimeoutSeconds, int HealthyThreshold, int UnhealthyThreshold, string? Matcher)
{
    /// <summary>The port that stands for the one on which a target takes traffic.</summary>
    public const string TrafficPort = "traffic-port";

    public bool IsHttp => Protocol is "HTTP" or "HTTPS";

    /// <returns>The check of a target group that says nothing else.</returns>
    public static HealthCheck Default(string protocol, string protocolVersion, string targetType, SimulatorTimings timings)
    {
        var isHttp = protocol is "HTTP" or "HTTPS";
        var (path, matcher) = (isHttp, protocolVersion) switch
        {
            (false, _) => (null, null),
            (_, "GRPC") => ("/AWS.ALB/healthcheck", "12"),
            _ => ("/", "200"),
        };
        var timeout = protocol is "HTTP" ? (int)timings.HttpHealthCheckTimeout.TotalSeconds : 10;
        return new HealthCheck(Enabled: targetType is not "lambda", isHttp ? protocol : "TCP", TrafficPort, path, 30, timeout, 5, 2, matcher);
    }

    /// <returns>This check with what a request changes.</returns>
    /// <exception cref="AwsErrorException">A value is out of its bounds.</exception>
    public HealthCheck With(JsonObject request)
    {
        var changed = this with
        {
            Enabled = request.Flag("HealthCheckEnabled") ?? Enabled,
            Protocol = request.Text("HealthCheckProtocol", Protocol),
            Port = request.Text("HealthCheckPort", Port),
            Path = request.Text("HealthCheckPath") ?? Path,
            IntervalSeconds = Within(request, "HealthCheckIntervalSeconds", 5, 300) ?? IntervalSeconds,
            TimeoutSeconds = Within(request, "HealthCheckTimeoutSeconds", 2, 120) ?? TimeoutSeconds,
            HealthyThreshold = Within(request, "HealthyThresholdCount", 2, 10) ?? HealthyThreshold,
            UnhealthyThreshold = Within(request, "UnhealthyThresholdCount", 2, 10) ?? UnhealthyThreshold,
            Matcher = request.Object("Matcher") is { } matcher ? matcher.Text("HttpCode") ?? matcher.Text("GrpcCode") : Matcher,
        };
        if (changed.TimeoutSeconds > changed.IntervalSeconds)
        {
            throw ElbErrors.Validation($"Health check timeout '{changed.TimeoutSeconds}' must be smaller than or equal to the interval '{changed.IntervalSeconds}'");
        }

        if (changed.Matcher is { } codes && !Ranges(codes).Any())
        {
            throw ElbErrors.Validation($"Health check matcher HTTP code '{codes}' must be a comma separated list of values or ranges");
        }

        return changed;
    }

    public int PortOf(Target target) =>
        int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : target.Port;

    /// <returns>Whether an answer of that status counts as success; without HTTP, any answer does.</returns>
    public bool Accepts(int status) => !IsHttp || Ranges(Matcher ?? "200").Any(range => status >= range.Low && status <= range.High);

    public void Write(JsonObject result, string protocolVersion)
    {
        result["HealthCheckEnabled"] = Enabled;
        result["HealthCheckProtocol"] = Protocol;
        result["HealthCheckPort"] = Port;
        result["HealthCheckPath"] = IsHttp ? Path : null;
        result["HealthCheckIntervalSeconds"] = IntervalSeconds;
        result["HealthCheckTimeoutSeconds"] = TimeoutSeconds;
        result["HealthyThresholdCount"] = HealthyThreshold;
        result["UnhealthyThresholdCount"] = UnhealthyThreshold;
        result["Matcher"] = Matcher is null ? null : new JsonObject { [protocolVersion is "GRPC" ? "GrpcCode" : "HttpCode"] = Matcher };
    }

    // "200,202" and "200-299".
    private static IEnumerable<(int Low, int High)> Ranges(string codes)
    {
        foreach (var part in codes.Split(','))
        {
            var ends = part.Split('-');
            if (int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var low)
                && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var high))
            {
                yield return (low, high);
            }
        }
    }

    private static int? Within(JsonObject request, string member, int low, int high) => request.Int(member) switch
    {
        { } value when value < low || value > high => throw ElbErrors.Validation($"{member} '{value}' must be between {low} and {high}"),
        var value => value,
    };
}
