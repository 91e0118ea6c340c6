using BlueGreen.Ecs.Simulator.Kernel;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>A role at work: what it may do by its policies, and what AWS answers when it may not.</summary>
/// <param name="world">The account.</param>
/// <param name="roleArn">The role.</param>
/// <param name="session">The name of its session.</param>
internal sealed class RoleSession(World world, string roleArn, string session)
{
    // Knows no resources: only a statement about all of them allows it, which covers also what is no ARN.
    private const string RegistryLogin = "ecr:GetAuthorizationToken";
    private const string NoArn = "-";

    private readonly Role? _role = IamState.Of(world).FindRole(roleArn);

    /// <summary>Whether IAM has the role.</summary>
    public bool IsKnown => _role is not null;

    public string Arn => $"arn:aws:sts::{roleArn.Split(':')[4]}:assumed-role/{roleArn[(roleArn.LastIndexOf('/') + 1)..]}/{session}";

    /// <summary>The unique id of the session: that of the role, and its own name.</summary>
    public string UserId => $"{_role?.Id ?? "AROASIMULATED"}:{session}";

    /// <summary>Whether the role may do something, where a role that IAM does not know may do everything, because there is nothing to read.</summary>
    /// <returns>What AWS answers when it may not, or <see langword="null"/>.</returns>
    public string? FindDenialOfKnown(string action, string resource) => IsKnown ? FindDenial(action, resource) : null;

    /// <summary>Whether the role may do something.</summary>
    /// <param name="action">Such as <c>ecs:DescribeServices</c>.</param>
    /// <param name="resource">The ARN of what it is done to, or <c>*</c> where that is not known: then any statement that allows it will do.</param>
    /// <param name="context">The values of further condition keys.</param>
    /// <returns>What AWS answers when it may not, or <see langword="null"/>.</returns>
    public string? FindDenial(string action, string resource, params IEnumerable<(string Key, string Value)> context)
    {
        var keys = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
        {
            ["aws:PrincipalArn"] = [roleArn],
            ["aws:PrincipalAccount"] = [roleArn.Split(':')[4]],
        };
        foreach (var (key, value) in context)
        {
            keys[key] = [value];
        }

        var outcome = _role is null ? "implicitDeny" : PolicyEvaluation.Of(IamState.Of(world), _role).Decide(action, action is RegistryLogin ? NoArn : resource, keys).Outcome;
        var who = $"User: {Arn} is not authorized to perform: {action} on resource: {resource}";
        return outcome switch
        {
            "allowed" => null,
            "explicitDeny" => $"{who} with an explicit deny in an identity-based policy",
            _ => $"{who} because no identity-based policy allows the {action} action",
        };
    }
}
