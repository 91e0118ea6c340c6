using System.Net;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>The account's roles and policies, the same in all regions.</summary>
internal sealed class IamState(World world)
{
    private const string GlobalRegion = "aws-global";

    public World World => world;

    /// <summary>By name.</summary>
    public SortedDictionary<string, Role> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The account's own managed policies, by ARN.</summary>
    public SortedDictionary<string, ManagedPolicy> Policies { get; } = new(StringComparer.Ordinal);

    /// <returns>The account's state, made when it is first asked for.</returns>
    public static IamState Of(World world) => world.In(GlobalRegion).Get(region => new IamState(region.World));

    public Role Role(string name) => Roles.GetValueOrDefault(name) ?? throw NoSuchEntity($"The role with name {name} cannot be found.");

    /// <summary>ARNs of roles that were deleted, and not made again.</summary>
    public HashSet<string> DeletedRoles { get; } = new(StringComparer.Ordinal);

    /// <returns>The role of that ARN, or <see langword="null"/>.</returns>
    public Role? FindRole(string arn) => Roles.Values.FirstOrDefault(role => string.Equals(role.Arn, arn, StringComparison.Ordinal));

    /// <returns>The policy of that ARN, the account's or AWS's, or <see langword="null"/>.</returns>
    public ManagedPolicy? FindPolicy(string arn) => Policies.GetValueOrDefault(arn) ?? ManagedPolicies.Find(arn);

    /// <returns>The roles to which a policy is attached.</returns>
    public IReadOnlyList<Role> Holders(string policy) => [.. Roles.Values.Where(role => role.AttachedPolicies.Contains(policy))];

    public static AwsErrorException Conflict(string code, string message) => new(code, message, HttpStatusCode.Conflict);

    public static AwsErrorException Denied(string message) => new("AccessDenied", message, HttpStatusCode.Forbidden);

    public static AwsErrorException NoSuchEntity(string message) => new("NoSuchEntity", message, HttpStatusCode.NotFound);
}
