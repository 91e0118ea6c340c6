using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.ElasticLoadBalancing;

/// <summary>The actions of a rule, checked, with their forwarding by weight.</summary>
internal sealed class RuleActions
{
    /// <summary>To how many target groups an action may forward.</summary>
    public const int MostTargetGroups = 5;

    private const int LongestStickiness = 604_800;
    private const int HeaviestWeight = 999;
    private readonly JsonArray _actions;

    private RuleActions(JsonArray actions, IReadOnlyList<TargetGroupWeight> weights) => (_actions, Weights) = (actions, weights);

    /// <summary>To whom the rule forwards; empty when it does something else.</summary>
    public IReadOnlyList<TargetGroupWeight> Weights { get; }

    /// <summary>The action that answers the request: the last one; those before it authenticate.</summary>
    public JsonObject Last => _actions[^1]!.AsObject();

    public static RuleActions Forward(IReadOnlyList<TargetGroupWeight> weights) => new(new JsonArray(ToJson(weights, new JsonObject { ["Enabled"] = false }, 1)), weights);

    /// <summary>Reads a request's actions.</summary>
    /// <exception cref="AwsErrorException">They do not fit together.</exception>
    public static RuleActions Read(IReadOnlyList<JsonObject> actions)
    {
        if (actions.Count == 0)
        {
            throw ElbErrors.Validation("You must specify at least one action");
        }

        var (result, weights) = (new JsonArray(), Array.Empty<TargetGroupWeight>());
        foreach (var action in actions.OrderBy(action => action.Int("Order") ?? int.MaxValue))
        {
            if (action.Text("Type") is not "forward")
            {
                RequireConfiguration(action);
                result.Add((JsonNode?)action.DeepClone());
                continue;
            }

            weights = [.. ReadWeights(action)];
            CheckStickiness(action.Object("ForwardConfig")?.Object("TargetGroupStickinessConfig"));
            var stickiness = action.Object("ForwardConfig")?.Object("TargetGroupStickinessConfig")?.DeepClone() ?? new JsonObject { ["Enabled"] = false };
            result.Add((JsonNode)ToJson(weights, stickiness, action.Int("Order")));
        }

        return new RuleActions(result, weights);
    }

    /// <returns>The same actions, of which the last one forwards to these groups.</returns>
    public RuleActions WithWeights(IReadOnlyList<TargetGroupWeight> weights)
    {
        var actions = ToJson();
        var stickiness = Last.Object("ForwardConfig")?.Object("TargetGroupStickinessConfig")?.DeepClone() ?? new JsonObject { ["Enabled"] = false };
        actions[^1] = ToJson(weights, stickiness, Last.Int("Order"));
        return new RuleActions(actions, weights);
    }

    public bool Forwards(string targetGroupArn) => Weights.Any(group => string.Equals(group.TargetGroupArn, targetGroupArn, StringComparison.Ordinal));

    public JsonArray ToJson() => _actions.DeepClone().AsArray();

    private static List<TargetGroupWeight> ReadWeights(JsonObject action)
    {
        var single = action.Text("TargetGroupArn");
        var groups = action.Object("ForwardConfig")?.Objects("TargetGroups") ?? [];
        if (groups.Count == 0)
        {
            return [new TargetGroupWeight(single ?? throw ElbErrors.Validation("A target group ARN must be specified"), 1)];
        }

        if (groups.Count > MostTargetGroups)
        {
            throw new AwsErrorException("TooManyTargetGroups", $"A forward action can have at most {MostTargetGroups} target groups, and this one has {groups.Count}");
        }

        var weights = groups.Select(group => new TargetGroupWeight(
            group.Text("TargetGroupArn") ?? throw ElbErrors.Validation("A target group ARN must be specified"), group.Int("Weight") ?? 1)).ToList();
        if (single is not null && (weights.Count > 1 || !string.Equals(weights[0].TargetGroupArn, single, StringComparison.Ordinal)))
        {
            throw ElbErrors.InvalidConfiguration("TargetGroupArn and ForwardConfig must name the same single target group");
        }

        if (weights.Find(group => group.Weight is < 0 or > HeaviestWeight) is { } wrong)
        {
            throw ElbErrors.Validation($"The weight '{wrong.Weight}' of target group '{wrong.TargetGroupArn}' must be between 0 and {HeaviestWeight}");
        }

        if (weights.DistinctBy(group => group.TargetGroupArn, StringComparer.Ordinal).Count() < weights.Count)
        {
            throw ElbErrors.InvalidConfiguration("A target group can be named only once in a forward action");
        }

        return weights;
    }

    private static void CheckStickiness(JsonObject? stickiness)
    {
        var seconds = stickiness?.Int("DurationSeconds");
        if (stickiness?.Flag("Enabled") == true ? seconds is not (>= 1 and <= LongestStickiness) : seconds is < 1 or > LongestStickiness)
        {
            throw ElbErrors.Validation($"Target group stickiness needs DurationSeconds between 1 and {LongestStickiness} when it is enabled");
        }
    }

    // One target group is answered in both forms, several in one.
    private static JsonObject ToJson(IReadOnlyList<TargetGroupWeight> weights, JsonNode stickiness, int? order) => new()
    {
        ["Type"] = "forward",
        ["TargetGroupArn"] = weights.Count == 1 ? weights[0].TargetGroupArn : null,
        ["Order"] = order,
        ["ForwardConfig"] = new JsonObject
        {
            ["TargetGroups"] = weights.ToJson(group => new JsonObject { ["TargetGroupArn"] = group.TargetGroupArn, ["Weight"] = group.Weight }),
            ["TargetGroupStickinessConfig"] = stickiness,
        },
    };

    private static void RequireConfiguration(JsonObject action)
    {
        var (type, member) = action.Text("Type") switch
        {
            "fixed-response" => ("fixed-response", "FixedResponseConfig"),
            "redirect" => ("redirect", "RedirectConfig"),
            "authenticate-oidc" => ("authenticate-oidc", "AuthenticateOidcConfig"),
            "authenticate-cognito" => ("authenticate-cognito", "AuthenticateCognitoConfig"),
            var other => (other, "JwtValidationConfig"),
        };
        if (action.Object(member) is null)
        {
            throw new AwsErrorException("InvalidLoadBalancerAction", $"An action of type '{type}' must have {member}");
        }
    }
}
