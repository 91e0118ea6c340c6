using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The operations on listener rules.</summary>
internal static class RuleOperations
{
    private const int LargestPriority = 50_000;

    public static JsonObject Create(LoadBalancing state, JsonObject request)
    {
        var listener = state.Listener(request.Text("ListenerArn")!);
        var priority = CheckPriority(request.Int("Priority")!.Value);
        if (listener.Rules.ContainsKey(priority))
        {
            throw ElbErrors.PriorityInUse(priority);
        }

        Quotas.RequireRule(state, listener.LoadBalancerArn);
        var path = listener.DefaultRule.Arn[..(listener.DefaultRule.Arn.LastIndexOf('/') + 1)];
        var rule = new Rule(path + state.Region.World.Ids.Hex(16), listener.Arn)
        {
            Priority = priority,
            Conditions = ReadConditions(request),
            Actions = state.Admit(RuleActions.Read(request.Objects("Actions")), listener.LoadBalancerArn),
        };
        listener.Rules.Add(priority, rule);
        TagOperations.Store(state, rule.Arn, request);
        state.ForwardingChanged(listener);
        return Answer(rule);
    }

    public static JsonObject Describe(LoadBalancing state, JsonObject request)
    {
        var (arns, listener) = (request.Texts("RuleArns"), request.Text("ListenerArn"));
        if (arns.Count == 0 == (listener is null))
        {
            throw ElbErrors.Validation("You must specify either listener rule ARNs or a listener ARN");
        }

        var rules = listener is not null ? state.Listener(listener).AllRules : arns.Select(state.Rule);
        return Paging.Page(request, "Rules", rules, ToJson);
    }

    public static JsonObject Modify(LoadBalancing state, JsonObject request)
    {
        var rule = state.Rule(request.Text("RuleArn")!);
        if (rule.Priority is null)
        {
            throw ElbErrors.NotPermitted($"Default rule '{rule.Arn}' cannot be modified");
        }

        var listener = state.Listener(rule.ListenerArn);
        var actions = request["Actions"] is null ? rule.Actions : state.Admit(RuleActions.Read(request.Objects("Actions")), listener.LoadBalancerArn);
        rule.Conditions = request["Conditions"] is null ? rule.Conditions : ReadConditions(request);
        rule.Actions = actions;
        state.ForwardingChanged(listener);
        return Answer(rule);
    }

    public static JsonObject Delete(LoadBalancing state, JsonObject request)
    {
        var rule = state.Rule(request.Text("RuleArn")!);
        if (rule.Priority is not { } priority)
        {
            throw ElbErrors.NotPermitted($"Default rule '{rule.Arn}' cannot be deleted");
        }

        var listener = state.Listener(rule.ListenerArn);
        listener.Rules.Remove(priority);
        state.Tags.Remove(rule.Arn);
        state.ForwardingChanged(listener);
        return [];
    }

    public static JsonObject SetPriorities(LoadBalancing state, JsonObject request)
    {
        var changes = request.Objects("RulePriorities")
            .Select(pair => (Rule: state.Rule(pair.Text("RuleArn", "")), Priority: CheckPriority(pair.Int("Priority") ?? 0)))
            .ToList();
        if (changes.Find(change => change.Rule.Priority is null).Rule is { } fixedRule)
        {
            throw ElbErrors.NotPermitted($"The priority of default rule '{fixedRule.Arn}' cannot be changed");
        }

        var moved = changes.Select(change => change.Rule.Arn).ToHashSet(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var listener = state.Listener(change.Rule.ListenerArn);
            var isTaken = listener.Rules.TryGetValue(change.Priority, out var holder) && !moved.Contains(holder.Arn);
            if (isTaken || changes.Exists(other => other.Rule != change.Rule && other.Priority == change.Priority && string.Equals(other.Rule.ListenerArn, listener.Arn, StringComparison.Ordinal)))
            {
                throw ElbErrors.PriorityInUse(change.Priority);
            }
        }

        foreach (var (rule, _) in changes)
        {
            state.Listener(rule.ListenerArn).Rules.Remove(rule.Priority!.Value);
        }

        foreach (var (rule, priority) in changes)
        {
            rule.Priority = priority;
            state.Listener(rule.ListenerArn).Rules.Add(priority, rule);
        }

        return new JsonObject { ["Rules"] = changes.ToJson(change => ToJson(change.Rule)) };
    }

    private static int CheckPriority(int priority) => priority is >= 1 and <= LargestPriority
        ? priority
        : throw ElbErrors.Validation($"The rule priority '{priority}' must be between 1 and {LargestPriority}");

    private static JsonArray ReadConditions(JsonObject request)
    {
        var conditions = request.Objects("Conditions");
        if (conditions.Count == 0)
        {
            throw ElbErrors.Validation("A condition must be specified");
        }

        if (conditions.FirstOrDefault(condition => !RuleConditions.IsComplete(condition)) is { } incomplete)
        {
            throw ElbErrors.Validation($"The condition '{incomplete.Text("Field", "")}' is not known or has no values");
        }

        return conditions.ToJson(condition => condition.DeepClone());
    }

    private static JsonObject Answer(Rule rule) => new() { ["Rules"] = new JsonArray(ToJson(rule)) };

    private static JsonObject ToJson(Rule rule) => new()
    {
        ["RuleArn"] = rule.Arn,
        ["Priority"] = rule.Priority?.ToString(CultureInfo.InvariantCulture) ?? "default",
        ["Conditions"] = rule.Conditions.ToJson(condition => RuleConditions.InBothForms(condition!.AsObject())),
        ["Actions"] = rule.Actions.ToJson(),
        ["IsDefault"] = rule.Priority is null,
    };
}
