namespace BlueGreen.Ecs.Simulator.Services.CloudWatch;

/// <summary>What tells a metric from others.</summary>
/// <param name="Namespace">Such as <c>AWS/ApplicationELB</c>.</param>
/// <param name="Name">Such as <c>RequestCount</c>.</param>
/// <param name="Dimensions">All of them, in the order of their names: <c>LoadBalancer=app/web/0123456789abcdef</c>.</param>
internal readonly record struct MetricName(string Namespace, string Name, string Dimensions)
{
    public static MetricName Of(string @namespace, string name, IEnumerable<(string Name, string Value)> dimensions) =>
        new(@namespace, name, string.Join(',', dimensions.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => $"{one.Name}={one.Value}")));
}
