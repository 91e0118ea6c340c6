using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>SimulatePrincipalPolicy: what a role may do, by its inline and attached policies. Boundaries and resource policies are not evaluated.</summary>
internal static class SimulationOperations
{
    private const int DefaultPage = 100;

    public static JsonObject Simulate(IamState state, JsonObject request)
    {
        var arn = request.Text("PolicySourceArn")!;
        var role = state.FindRole(arn) ?? throw IamState.NoSuchEntity($"The entity with ARN {arn} cannot be found. The simulator knows roles only.");
        var evaluation = PolicyEvaluation.Of(state, role, request.Texts("PolicyInputList"));
        var context = request.Objects("ContextEntries").ToDictionary(
            entry => entry.Text("ContextKeyName", ""), entry => entry.Texts("ContextKeyValues").ToArray(), StringComparer.OrdinalIgnoreCase);
        var resources = request.Texts("ResourceArns") is { Count: > 0 } asked ? asked : ["*"];
        var results = request.Texts("ActionNames").SelectMany(action => resources.Select(resource => (Action: Check(action), Resource: resource)));
        var (page, next) = TokenPaging.Take(results, request.Text("Marker"), request.Int("MaxItems") ?? DefaultPage, "ValidationError");
        return new JsonObject
        {
            ["EvaluationResults"] = page.ToJson(one => Result(one.Action, one.Resource, evaluation.Decide(one.Action, one.Resource, context))),
            ["IsTruncated"] = next is not null,
            ["Marker"] = next,
        };
    }

    private static string Check(string action) => action.Split(':') is [{ Length: > 0 }, { Length: > 0 }]
        ? action
        : throw new AwsErrorException("InvalidInput", $"Invalid Entity Action: {action} is not an action such as ecs:DescribeServices.");

    private static JsonObject Result(string action, string resource, PolicyDecision decision) => new()
    {
        ["EvalActionName"] = action,
        ["EvalResourceName"] = resource,
        ["EvalDecision"] = decision.Outcome,
        ["MatchedStatements"] = decision.Policies.ToJson(policy => new JsonObject
        {
            ["SourcePolicyId"] = policy.Name,
            ["SourcePolicyType"] = policy.Type,
        }),
        ["MissingContextValues"] = decision.MissingKeys.ToJson(),
    };
}
