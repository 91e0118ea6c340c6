using System.Net;
using BlueGreen.Ecs.Simulator.Kernel;
using BlueGreen.Ecs.Simulator.Wire;

namespace BlueGreen.Ecs.Simulator.Services.Iam;

/// <summary>The account's roles, the same in all regions.</summary>
internal sealed class IamState(World world)
{
    private const string GlobalRegion = "aws-global";

    public World World => world;

    /// <summary>By name.</summary>
    public SortedDictionary<string, Role> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The account's state, made when it is first asked for.</returns>
    public static IamState Of(World world) => world.In(GlobalRegion).Get(region => new IamState(region.World));

    public Role Role(string name) => Roles.GetValueOrDefault(name) ?? throw NoSuchEntity($"The role with name {name} cannot be found.");

    /// <returns>The role of that ARN, or <see langword="null"/>.</returns>
    public Role? FindRole(string arn) => Roles.Values.FirstOrDefault(role => string.Equals(role.Arn, arn, StringComparison.Ordinal));

    public static AwsErrorException NoSuchEntity(string message) => new("NoSuchEntity", message, HttpStatusCode.NotFound);
}
