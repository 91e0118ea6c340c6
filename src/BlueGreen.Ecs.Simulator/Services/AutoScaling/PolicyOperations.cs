using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.AutoScaling;

/// <summary>The operations on scaling policies.</summary>
internal static class PolicyOperations
{
    private const string Tracking = "TargetTrackingScaling";

    public static JsonObject Put(AutoScalingState state, JsonObject input)
    {
        var target = state.Find(input, "registered");
        var name = input.Text("PolicyName")!;
        var known = target.Policies.GetValueOrDefault(name);
        var type = input.Text("PolicyType") ?? known?.Settings.Text("PolicyType") ?? "StepScaling";
        var configuration = $"{(type is Tracking ? "TargetTrackingScaling" : type)}PolicyConfiguration";
        if (known is not null && known.Settings.Text("PolicyType") != type)
        {
            throw new AwsErrorException("ValidationException", $"The type of the policy {name} cannot be changed from {known.Settings.Text("PolicyType")} to {type}.");
        }

        if (input.Object(configuration) is not { } settings)
        {
            throw new AwsErrorException("ValidationException", $"A policy of the type {type} needs {configuration}.");
        }

        var policy = known ?? new ScalingPolicy(name, state.Region.Arn("autoscaling",
            $"scalingPolicy:{state.World.Ids.Uuid()}:resource/ecs/{target.Resource}:policyName/{name}"), target.Resource, state.World.Now);
        var alarms = type is Tracking ? PolicyAlarms.Settings(target, settings) : [];
        PolicyAlarms.Remove(state, policy);
        policy.Settings = new JsonObject { ["PolicyType"] = type, [configuration] = settings.Copy() };
        policy.Alarms = PolicyAlarms.Put(state, policy, alarms);
        target.Policies[name] = policy;
        return new JsonObject { ["PolicyARN"] = policy.Arn, ["Alarms"] = policy.AlarmViews };
    }

    public static JsonObject Describe(AutoScalingState state, JsonObject input)
    {
        var (resource, names) = (input.Text("ResourceId"), input.Texts("PolicyNames"));
        var found = TargetOperations.Of(state, input).Where(target => resource is null || target.Resource == resource).SelectMany(target => target.Policies.Values)
            .Where(policy => names.Count == 0 || names.Contains(policy.Name, StringComparer.Ordinal) || names.Contains(policy.Arn, StringComparer.Ordinal));
        return TargetOperations.Page("ScalingPolicies", found.Select(policy => policy.View()), input);
    }

    public static JsonObject Delete(AutoScalingState state, JsonObject input)
    {
        var (resource, name) = (AutoScalingState.Resource(input), input.Text("PolicyName")!);
        if (state.Targets.GetValueOrDefault(resource) is not { } target || !target.Policies.Remove(name, out var policy))
        {
            throw AutoScalingState.NotFound($"No scaling policy found for {AutoScalingState.Words(resource)}, policy name: {name}");
        }

        PolicyAlarms.Remove(state, policy);
        return [];
    }
}
