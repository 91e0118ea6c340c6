using System.IO.Enumeration;
using System.Text.Json.Nodes;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Services.Iam;

namespace BlueGreen.Ecs.Simulator.Services.CodeBuild;

/// <summary>
/// What a build may do with its service role. A role that IAM does not know may do everything, because there is nothing to read; of AWS's managed policies only the
/// commonest for ECR are known; conditions are taken as met.
/// </summary>
internal sealed class RolePermissions(World world, string roleArn, string session)
{
    private static readonly string[] AllowsAll = ["AdministratorAccess", "PowerUserAccess"];
    private static readonly string[] AllowsPush = ["AmazonEC2ContainerRegistryPowerUser", "AmazonEC2ContainerRegistryFullAccess"];

    /// <returns>What AWS answers when the role may not do that, or <see langword="null"/>.</returns>
    public string? FindDenial(string action, string resource)
    {
        var name = roleArn[(roleArn.LastIndexOf('/') + 1)..];
        var iam = IamState.Of(world);
        if (!iam.Roles.TryGetValue(name, out var role))
        {
            return null;
        }

        var own = role.AttachedPolicies.Select(iam.FindPolicy).OfType<ManagedPolicy>().Where(policy => !policy.IsAws).Select(policy => policy.Document);
        var statements = role.Policies.Values.Concat(own).SelectMany(Statements).Where(statement => Fits(statement["Action"], action) && Fits(statement["Resource"], resource)).ToList();
        var denied = statements.Exists(statement => Effect(statement) is "Deny");
        var allowed = statements.Exists(statement => Effect(statement) is "Allow") || role.AttachedPolicies.Any(arn => AllowsByPolicy(arn, action));
        var who = $"User: arn:aws:sts::{world.Account}:assumed-role/{name}/{session} is not authorized to perform: {action} on resource: {resource}";
        return denied ? $"{who} with an explicit deny in an identity-based policy"
            : allowed ? null : $"{who} because no identity-based policy allows the {action} action";
    }

    private static bool AllowsByPolicy(string arn, string action)
    {
        var policy = ManagedPolicies.NameOf(arn);
        return Array.IndexOf(AllowsAll, policy) >= 0
            || (action.StartsWith("ecr:", StringComparison.Ordinal) && Array.IndexOf(AllowsPush, policy) >= 0)
            || (policy is "AmazonEC2ContainerRegistryReadOnly" && action is "ecr:GetAuthorizationToken");
    }

    private static IEnumerable<JsonObject> Statements(string document) => JsonNode.Parse(document)?["Statement"] switch
    {
        JsonArray list => list.OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    };

    private static string? Effect(JsonObject statement) => statement["Effect"]?.GetValue<string>();

    private static bool Fits(JsonNode? patterns, string value) => patterns switch
    {
        JsonArray list => list.Any(pattern => Fits(pattern, value)),
        JsonValue one => FileSystemName.MatchesSimpleExpression(one.GetValue<string>(), value, ignoreCase: true),
        _ => false,
    };
}
