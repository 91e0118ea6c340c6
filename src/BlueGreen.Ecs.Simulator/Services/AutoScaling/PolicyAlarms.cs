using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.CloudWatch;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.AutoScaling;

/// <summary>The two alarms of a target tracking policy: above its target for 3 minutes, and below nine tenths of it for 15.</summary>
internal static class PolicyAlarms
{
    private const double LowShare = 0.9;
    private const int HighMinutes = 3;
    private const int LowMinutes = 15;

    /// <returns>The settings of each alarm by its kind; none below the target where scaling in is off.</returns>
    /// <exception cref="AwsErrorException">The configuration has no metric, or one that ECS does not have.</exception>
    public static IReadOnlyList<(string Kind, JsonObject Settings)> Settings(ScalableTarget target, JsonObject configuration)
    {
        var metric = Metric(target, configuration);
        var value = configuration.Number("TargetValue")!.Value;
        (string, JsonObject) high = ("AlarmHigh", Alarm(metric, value, "GreaterThanThreshold", HighMinutes));
        return configuration.Flag("DisableScaleIn") == true ? [high] : [high, ("AlarmLow", Alarm(metric, value * LowShare, "LessThanThreshold", LowMinutes))];
    }

    public static IReadOnlyList<(string Name, string Arn)> Put(AutoScalingState state, ScalingPolicy policy, IReadOnlyList<(string Kind, JsonObject Settings)> alarms)
    {
        var cloudWatch = CloudWatchState.Of(state.Region);
        var made = new List<(string Name, string Arn)>();
        foreach (var (kind, settings) in alarms)
        {
            var name = $"TargetTracking-{policy.Resource}-{kind}-{state.World.Ids.Uuid()}";
            settings["AlarmName"] = name;
            settings["AlarmActions"] = new JsonArray(policy.Arn);
            settings["AlarmDescription"] = $"DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {policy.Arn}.";
            AlarmOperations.PutMetricAlarm(cloudWatch, settings);
            made.Add((name, cloudWatch.FindAlarm(name)!.Arn));
        }

        return made;
    }

    public static void Remove(AutoScalingState state, ScalingPolicy policy)
    {
        foreach (var (name, _) in policy.Alarms)
        {
            CloudWatchState.Of(state.Region).Alarms.Remove(name);
        }
    }

    private static JsonObject Alarm(JsonObject metric, double threshold, string comparison, int minutes)
    {
        var settings = metric.Copy();
        (settings["Threshold"], settings["ComparisonOperator"], settings["EvaluationPeriods"], settings["Period"]) = (threshold, comparison, minutes, 60);
        return settings;
    }

    private static JsonObject Metric(ScalableTarget target, JsonObject configuration)
    {
        if (configuration.Object("CustomizedMetricSpecification") is { } own)
        {
            var custom = new JsonObject();
            own.CopyTo(custom, "Namespace", "MetricName", "Dimensions", "Statistic", "Unit", "Metrics");
            return custom;
        }

        var parts = target.Resource.Split('/');
        var predefined = configuration.Object("PredefinedMetricSpecification");
        return predefined?.Text("PredefinedMetricType") switch
        {
            "ECSServiceAverageCPUUtilization" => Of("AWS/ECS", "CPUUtilization", "Average", ("ClusterName", parts[1]), ("ServiceName", parts[2])),
            "ECSServiceAverageMemoryUtilization" => Of("AWS/ECS", "MemoryUtilization", "Average", ("ClusterName", parts[1]), ("ServiceName", parts[2])),
            "ALBRequestCountPerTarget" when predefined.Text("ResourceLabel", "").IndexOf("/targetgroup/", StringComparison.Ordinal) is > 0 and var at =>
                Of("AWS/ApplicationELB", "RequestCountPerTarget", "Sum", ("TargetGroup", predefined.Text("ResourceLabel")![(at + 1)..])),
            "ALBRequestCountPerTarget" => throw Invalid("The metric ALBRequestCountPerTarget needs the ResourceLabel app/NAME/ID/targetgroup/NAME/ID."),
            null => throw Invalid("Either PredefinedMetricSpecification or CustomizedMetricSpecification is required."),
            var other => throw Invalid($"The metric {other} is not one of ECS services: ECSServiceAverageCPUUtilization, ECSServiceAverageMemoryUtilization, ALBRequestCountPerTarget."),
        };
    }

    private static JsonObject Of(string space, string name, string statistic, params ReadOnlySpan<(string Name, string Value)> dimensions)
    {
        var all = dimensions.ToArray().ToJson(one => new JsonObject { ["Name"] = one.Name, ["Value"] = one.Value });
        return new JsonObject { ["Namespace"] = space, ["MetricName"] = name, ["Statistic"] = statistic, ["Dimensions"] = all };
    }

    private static AwsErrorException Invalid(string message) => new("ValidationException", message);
}
