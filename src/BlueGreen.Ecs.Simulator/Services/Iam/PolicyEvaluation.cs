using System.Text.Json.Nodes;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>Policies of a principal, evaluated together: what one denies is denied, what none allows is not allowed.</summary>
internal sealed class PolicyEvaluation(IReadOnlyList<(string Name, string Type, JsonObject Document)> policies)
{
    private static readonly Dictionary<string, string[]> NoContext = [];

    /// <returns>The role's inline and attached policies, and others if need be.</returns>
    public static PolicyEvaluation Of(IamState state, Role role, params IEnumerable<string> others) => new(
    [
        .. role.AttachedPolicies.Select(state.FindPolicy).OfType<ManagedPolicy>().Select(policy => (policy.Name, policy.IsAws ? PolicyDecision.AwsManaged : PolicyDecision.UserManaged, Parse(policy.Document))),
        .. role.Policies.Select(policy => (policy.Key, PolicyDecision.Inline, Parse(policy.Value))),
        .. others.Select((text, i) => ($"PolicyInputList.{i + 1}", PolicyDecision.Inline, Parse(text))),
    ]);

    /// <summary>Decides whether the principal may do something.</summary>
    /// <param name="action">Such as <c>iam:PassRole</c>.</param>
    /// <param name="resource">The ARN of what it is done to, or <c>*</c> for any.</param>
    /// <param name="context">The values of condition keys.</param>
    public PolicyDecision Decide(string action, string resource, IReadOnlyDictionary<string, string[]>? context = null)
    {
        var (allowing, denying) = (new List<(string, string)>(), new List<(string, string)>());
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, type, document) in policies)
        {
            foreach (var statement in PolicyStatement.Of(document).Where(one => one.IsAbout(action, resource) && one.Holds(context ?? NoContext, missing)))
            {
                (statement.IsDeny ? denying : allowing).Add((name, type));
            }
        }

        return denying.Count > 0 ? new PolicyDecision("explicitDeny", denying, [.. missing])
            : allowing.Count > 0 ? new PolicyDecision("allowed", allowing, [.. missing])
            : new PolicyDecision("implicitDeny", [], [.. missing]);
    }

    private static JsonObject Parse(string document) => JsonNode.Parse(PolicyDocument.Check(document))!.AsObject();
}
