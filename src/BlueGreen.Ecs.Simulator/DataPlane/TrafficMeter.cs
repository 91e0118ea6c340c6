using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.CloudWatch;

namespace BlueGreen.Ecs.Simulator.DataPlane;

/// <summary>Counts answered requests. The world's own also writes the load balancers' metrics.</summary>
internal sealed class TrafficMeter(World world)
{
    private const string Namespace = "AWS/ApplicationELB";
    private readonly Dictionary<(string Listener, string? Version, int Status), long> _counts = [];

    public long Total { get; private set; }

    public TrafficCounts Snapshot() => new(_counts);

    /// <summary>Counts one request.</summary>
    /// <param name="listenerArn">The listener that received it.</param>
    /// <param name="version">The tag of the image that answered; none where the load balancer answered itself.</param>
    /// <param name="status">The answer's status.</param>
    public void Count(string listenerArn, string? version, int status)
    {
        var key = (listenerArn, version, status);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        Total++;
    }

    /// <summary>Writes what one request adds to the metrics of its load balancer and, where one was chosen, of its target group.</summary>
    public void Measure(string listenerArn, string? targetGroupArn, string? version, int status, TimeSpan? responseTime)
    {
        var parts = listenerArn.Split(':');
        var metrics = CloudWatchState.Of(world.In(parts[3])).Metrics;
        var balancer = ("LoadBalancer", parts[^1]["listener/".Length..parts[^1].LastIndexOf('/')]);
        Write([balancer]);
        if (targetGroupArn is not null)
        {
            Write([balancer, ("TargetGroup", targetGroupArn[(targetGroupArn.LastIndexOf(':') + 1)..])]);
        }

        void Write((string, string)[] dimensions)
        {
            if (targetGroupArn is not null)
            {
                Add("RequestCount", 1);
            }

            if (version is not null)
            {
                Add($"HTTPCode_Target_{status / 100}XX_Count", 1);
            }

            if (version is not null && responseTime is { } time)
            {
                Add("TargetResponseTime", time.TotalSeconds);
            }
            if (version is null && dimensions.Length == 1 && status >= 400)
            {
                Add($"HTTPCode_ELB_{status / 100}XX_Count", 1);
                if (status is 500 or 502 or 503 or 504)
                {
                    Add($"HTTPCode_ELB_{status}_Count", 1);
                }
            }

            void Add(string name, double value) => metrics.Add(MetricName.Of(Namespace, name, dimensions), world.Now, value);
        }
    }
}
