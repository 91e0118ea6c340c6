using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Services.Ecs;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.AutoScaling;

/// <summary>The operations on scalable targets, and their activities.</summary>
internal static class TargetOperations
{
    private const int PageSize = 50;

    public static JsonObject Register(AutoScalingState state, JsonObject input)
    {
        var resource = AutoScalingState.Resource(input);
        var service = state.FindService(resource) ?? throw Invalid($"ECS service doesn't exist: {resource}");
        var known = state.Targets.GetValueOrDefault(resource);
        if ((input.Int("MinCapacity") ?? known?.Least) is not { } least || (input.Int("MaxCapacity") ?? known?.Most) is not { } most)
        {
            throw Invalid("Both MinCapacity and MaxCapacity are required to register a new scalable target.");
        }

        if (least < 0 || most < least)
        {
            throw Invalid(least < 0 ? "Minimum capacity cannot be less than 0" : "Maximum capacity cannot be less than minimum capacity");
        }

        var target = known ?? New(state, resource, input);
        (target.Least, target.Most) = (least, most);
        target.Suspend(input.Object("SuspendedState") ?? []);
        state.Targets[resource] = target;
        KeepWithinBounds(state, target, service);
        return new JsonObject { ["ScalableTargetARN"] = target.Arn };
    }

    public static JsonObject Describe(AutoScalingState state, JsonObject input)
    {
        var asked = input.Texts("ResourceIds");
        var found = Of(state, input).Where(target => asked.Count == 0 || asked.Contains(target.Resource, StringComparer.Ordinal)).Select(target => target.View());
        return Page("ScalableTargets", found, input);
    }

    public static JsonObject Deregister(AutoScalingState state, JsonObject input)
    {
        var target = state.Find(input, "found");
        foreach (var policy in target.Policies.Values)
        {
            PolicyAlarms.Remove(state, policy);
        }

        state.Targets.Remove(target.Resource);
        return [];
    }

    public static JsonObject DescribeActivities(AutoScalingState state, JsonObject input)
    {
        var found = state.Activities.Where(activity => input.Text("ServiceNamespace") is "ecs" && (input.Text("ResourceId") is not { } resource || activity.Text("ResourceId") == resource));
        return Page("ScalingActivities", found.Select(activity => activity.Copy()), input);
    }

    /// <returns>The targets of a request's namespace.</returns>
    public static IEnumerable<ScalableTarget> Of(AutoScalingState state, JsonObject input) =>
        state.Targets.Values.Where(_ => input.Text("ServiceNamespace") is "ecs" && input.Text("ScalableDimension", AutoScalingState.DesiredCount) is AutoScalingState.DesiredCount);

    public static JsonObject Page(string member, IEnumerable<JsonObject> found, JsonObject input)
    {
        var (page, next) = TokenPaging.Take(found, input.Text("NextToken"), input.Int("MaxResults") ?? PageSize, "InvalidNextTokenException");
        var output = new JsonObject { [member] = page.ToJson() };
        output.SetUnlessNull("NextToken", next);
        return output;
    }

    private static ScalableTarget New(AutoScalingState state, string resource, JsonObject input)
    {
        var role = input.Text("RoleARN")
            ?? $"arn:aws:iam::{state.World.Account}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService";
        var target = new ScalableTarget(resource, state.Region.Arn("application-autoscaling", $"scalable-target/0ec5{state.World.Ids.Hex(32)}"), role, state.World.Now);
        TagMap.Add(target.Tags, input.Object("Tags"));
        return target;
    }

    // A service outside of the bounds is brought back to the nearer one, unless that kind of scaling rests.
    private static void KeepWithinBounds(AutoScalingState state, ScalableTarget target, Service service)
    {
        var (before, wanted) = (service.DesiredCount, Math.Clamp(service.DesiredCount, target.Least, target.Most));
        if (wanted == before || (wanted > before ? target.RestsOut : target.RestsIn))
        {
            return;
        }

        service.DesiredCount = wanted;
        EcsState.Of(state.Region).Scheduler.ReviewLater(service);
        var bound = wanted > before ? "minimum capacity was set to" : "maximum capacity was set to";
        state.World.History.Record("scaling", service.Name, $"desired count {before} to {wanted}");
        state.Activities.Insert(0, new JsonObject
        {
            ["ActivityId"] = state.World.Ids.Uuid(),
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = target.Resource,
            ["ScalableDimension"] = AutoScalingState.DesiredCount,
            ["Description"] = $"Setting desired count to {wanted}.",
            ["Cause"] = $"{bound} {wanted}",
            ["StartTime"] = state.World.Now.ToJson(),
            ["EndTime"] = state.World.Now.ToJson(),
            ["StatusCode"] = "Successful",
            ["StatusMessage"] = $"Successfully set desired count to {wanted}.",
        });
    }

    private static AwsErrorException Invalid(string message) => new("ValidationException", message);
}
